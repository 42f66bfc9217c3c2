import type { Connection, Tx } from '#main/platform/work/connections';

/** Kinds of documents with gapless numbers: orders have a series per till, all others one per store. */
type NumberKind = 'order' | 'transfer' | 'issue' | 'stocktake';

/** A series of numbers; a series of the whole store has no till. */
export interface Series {
  kind: NumberKind;
  tillId: number | null;
  tillCode: string | null;
}

/** A series and the last number that it assigned, 0 before the first. */
interface SeriesRow extends Series {
  lastNumber: number;
}

/** Numbers of a series that were assigned but are not in the store. */
export interface GapRow extends Series {
  fromNumber: number;
  toNumber: number;
  foundAt: number;
}

/** Read access to the series of the store and their gaps. */
export function numberReads(connection: Connection) {
  return {
    /** Every possible series, including those that have not assigned a number yet. */
    all: connection.prepare<[], SeriesRow>(
      `SELECT k.kind, k.till_id AS tillId, k.code AS tillCode, COALESCE(s.last_number, 0) AS lastNumber
       FROM (SELECT 'order' AS kind, id AS till_id, code FROM till
             UNION ALL VALUES ('transfer', NULL, NULL), ('issue', NULL, NULL), ('stocktake', NULL, NULL)) k
       LEFT JOIN number_series s ON s.kind = k.kind AND COALESCE(s.till_id, 0) = COALESCE(k.till_id, 0)`,
    ),
    gapsSince: connection.prepare<[number], GapRow>(
      `SELECT s.kind, s.till_id AS tillId, t.code AS tillCode, g.from_number AS fromNumber,
         g.to_number AS toNumber, g.found_at AS foundAt
       FROM number_gap g JOIN number_series s ON s.id = g.series_id LEFT JOIN till t ON t.id = s.till_id
       WHERE g.found_at >= ? ORDER BY g.id`,
    ),
  };
}

/** The statements that assign numbers. */
export function numberWrites(tx: Tx) {
  return {
    /** Assigns the next number of a series. */
    next: tx
      .prepare<[NumberKind, number | null], number>(
        `INSERT INTO number_series (kind, till_id, last_number) VALUES (?, ?, 1)
         ON CONFLICT (kind, COALESCE(till_id, 0)) DO UPDATE SET last_number = last_number + 1
         RETURNING last_number`,
      )
      .pluck(),
    /** Continues a series above the numbers that are not in the store; returns its id. */
    skip: tx
      .prepare<[GapRow], number>(
        `INSERT INTO number_series (kind, till_id, last_number) VALUES (@kind, @tillId, @toNumber)
         ON CONFLICT (kind, COALESCE(till_id, 0)) DO UPDATE SET last_number = excluded.last_number
         RETURNING id`,
      )
      .pluck(),
    addGap: tx.prepare<[GapRow & { seriesId: number | undefined }]>(
      `INSERT INTO number_gap (series_id, from_number, to_number, found_at)
       VALUES (@seriesId, @fromNumber, @toNumber, @foundAt)`,
    ),
  };
}
