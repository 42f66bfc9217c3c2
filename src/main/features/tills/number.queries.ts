import type { Handle } from '#main/platform/database/database';
import { lastNumber, STOCKTAKE_NUMBER } from '#main/platform/database/number-sql';

export interface GapRow {
  series: string;
  fromNumber: number;
  toNumber: number;
  foundAt: number;
}

/** The numbers of the store and their gaps. */
export function numberQueries(handle: Handle) {
  return {
    last: handle.prepare<[], { series: string; number: number }>(
      `SELECT 'order ' || code AS series, last_order_number AS number FROM till
       UNION ALL SELECT 'transfer', ${lastNumber('transfer', 'transfer')}
       UNION ALL SELECT 'issue', ${lastNumber('goods_issue', 'issue')}
       UNION ALL SELECT 'stocktake', ${lastNumber('stocktake', 'stocktake', STOCKTAKE_NUMBER)}`,
    ),
    addGap: handle.prepare<[GapRow]>(
      `INSERT INTO number_gap (series, from_number, to_number, found_at)
       VALUES (@series, @fromNumber, @toNumber, @foundAt)`,
    ),
    skipOrders: handle.prepare<[number, string]>(
      `UPDATE till SET last_order_number = ? WHERE 'order ' || code = ?`,
    ),
    gapsSince: handle.prepare<[number], GapRow>(
      `SELECT series, from_number AS fromNumber, to_number AS toNumber, found_at AS foundAt FROM number_gap
       WHERE found_at >= ? ORDER BY id`,
    ),
  };
}
