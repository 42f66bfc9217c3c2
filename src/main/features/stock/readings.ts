import { type CsvCell, toCsv } from '#main/platform/files/csv';
import type { ReadingRun, ReadingTypes } from '#main/platform/reading/reading';
import type { Reader } from '#main/platform/work/connections';
import type { Movement } from '#shared/contract/stock';
import { minorDigits, UNIT_COST_DECIMALS } from '#shared/kernel/currency';
import { toNumeral } from '#shared/kernel/decimal';
import { MILLI_DECIMALS } from '#shared/kernel/quantity';
import { wallClock } from '#shared/kernel/time';
import { unitCostOf } from '#shared/kernel/unit-cost';
import { historyQueries } from './history.queries';
import type { MovementFilter } from './history-sql';

export { VALUED_ORDER, valuesOfEntries } from './entry-values';

interface HistoryOrder {
  filter: MovementFilter;
  /** Whether the person may see costs. */
  seesCost: boolean;
}

interface ExportOrder extends HistoryOrder {
  timeZone: string;
  currency: string;
}

const EXPORTED_AT_MOST = 100_000;
const CHUNK = 2000;

const HEADINGS = [
  'Time',
  'Kind',
  'Product',
  'Location',
  'Batch',
  'Quantity',
  'Unit',
  'Before',
  'After',
  'Value',
  'Unit cost',
  'Below zero',
  'Reason',
  'Person',
  'Cause',
  'Number',
];

/** The readings of the stock ledger. */
export const stockReadings = {
  /** A page of movements, newest first; from the newest on, without `beforeId`. */
  'stock.history'(
    reader: Reader,
    { filter, seesCost, limit, beforeId }: HistoryOrder & { limit: number; beforeId?: number | undefined },
  ): { rows: Movement[]; more: boolean } {
    const rows = historyQueries(reader).page(filter, limit + 1, beforeId);
    return {
      rows: rows.slice(0, limit).map((row) => visible(row, seesCost)),
      more: rows.length > limit,
    };
  },

  /** The movements as CSV, newest first, at most 100,000; `more` is set if there are others. */
  'stock.exportHistory'(
    reader: Reader,
    { filter, ...order }: ExportOrder,
    { signal }: ReadingRun,
  ): { csv: string; rows: number; more: boolean } {
    const queries = historyQueries(reader);
    const parts = [toCsv([HEADINGS])];
    let rows = 0;
    let chunk: Movement[];
    let beforeId: number | undefined;
    do {
      signal.throwIfAborted();
      chunk = queries.page(filter, Math.min(CHUNK, EXPORTED_AT_MOST - rows + 1), beforeId);
      const kept = chunk.slice(0, EXPORTED_AT_MOST - rows);
      parts.push(toCsv(kept.map((row) => cellsOf(visible(row, order.seesCost), order))));
      rows += kept.length;
      beforeId = kept.at(-1)?.id;
    } while (chunk.length === CHUNK && rows < EXPORTED_AT_MOST);
    return { csv: parts.join(''), rows, more: chunk.length > 0 && chunk.at(-1)?.id !== beforeId };
  },
};

export type StockReadings = ReadingTypes<typeof stockReadings>;

function cellsOf(
  row: Movement,
  { timeZone, currency }: Pick<ExportOrder, 'timeZone' | 'currency'>,
): CsvCell[] {
  return [
    wallClock(row.movedAt, timeZone).replace('T', ' '),
    row.kind,
    row.productName,
    row.locationName,
    row.batchNumber,
    quantityCell(row.quantityMilli),
    row.unit,
    quantityCell(row.beforeMilli),
    quantityCell(row.afterMilli),
    ...costCells(row, currency),
    row.belowZero ? 'yes' : '',
    row.reason,
    row.by.name,
    row.cause,
    row.causeLabel,
  ];
}

/** The shortest text of the number is the exact decimal, so the cell loses no digits. */
function quantityCell(milli: number): number {
  return Number(toNumeral(milli, MILLI_DECIMALS));
}

/** The total cost of the goods, with the sign of their quantity, and the unit cost. */
function costCells({ valueMinor, quantityMilli }: Movement, currency: string): [CsvCell, CsvCell] {
  if (valueMinor === null) return [null, null];
  const unitCost = unitCostOf(valueMinor, quantityMilli, currency);
  return [
    Number(toNumeral(valueMinor, minorDigits(currency))),
    Number(toNumeral(unitCost, UNIT_COST_DECIMALS)),
  ];
}

function visible(row: Movement, seesCost: boolean): Movement {
  return seesCost ? row : { ...row, valueMinor: null };
}
