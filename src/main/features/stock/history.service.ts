import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SettingsService } from '#main/features/settings/index';
import { type Ctx, may } from '#main/platform/ctx';
import { type CsvCell, toCsv } from '#main/platform/files/csv';
import type { Reader } from '#main/platform/work/connections';
import type { Movement, MovementKind } from '#shared/contract/stock';
import { minorDigits, UNIT_COST_DECIMALS } from '#shared/kernel/currency';
import { toNumeral } from '#shared/kernel/decimal';
import { MILLI_DECIMALS } from '#shared/kernel/quantity';
import { dayOf, type Instants, instantsOf, wallClock } from '#shared/kernel/time';
import { unitCostOf } from '#shared/kernel/unit-cost';
import { historyQueries } from './history.queries';
import type { MovementFilter } from './history-sql';

/** Which movements to list; days in the store's time zone, both inclusive. */
interface HistoryFilter extends Omit<MovementFilter, keyof Instants> {
  kinds: MovementKind[];
  from?: string | undefined;
  to?: string | undefined;
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

/** Read access to the stock ledger. */
export class HistoryService {
  readonly #queries;
  readonly #settings: SettingsService;

  constructor(reader: Reader, settings: SettingsService) {
    this.#queries = historyQueries(reader);
    this.#settings = settings;
  }

  /** A page of movements, newest first. Costs are null for people who may not see them. */
  async page(
    ctx: Ctx,
    { limit, beforeId, ...filter }: HistoryFilter & { limit: number; beforeId?: number | undefined },
  ) {
    const rows = await this.#queries.page(this.#inTime(filter), limit + 1, beforeId);
    return { rows: rows.slice(0, limit).map((row) => visibleTo(ctx, row)), more: rows.length > limit };
  }

  /**
   * The movements as CSV, newest first, at most 100,000; `more` is set if there are others. It reads in chunks
   * and lets calls from the tills run in between.
   */
  async export(ctx: Ctx, filter: HistoryFilter) {
    const inTime = this.#inTime(filter);
    const parts = [toCsv([HEADINGS])];
    let rows = 0;
    let chunk: Movement[];
    let beforeId: number | undefined;
    do {
      chunk = await this.#queries.page(inTime, Math.min(CHUNK, EXPORTED_AT_MOST - rows + 1), beforeId);
      const kept = chunk.slice(0, EXPORTED_AT_MOST - rows);
      parts.push(toCsv(kept.map((row) => this.#cellsOf(visibleTo(ctx, row)))));
      rows += kept.length;
      beforeId = kept.at(-1)?.id;
      await nextTurn();
    } while (chunk.length === CHUNK && rows < EXPORTED_AT_MOST);
    const day = dayOf(ctx.now, this.#settings.current.timeZone);
    const more = chunk.length > 0 && chunk.at(-1)?.id !== beforeId;
    return { fileName: `stock-movements-${day}.csv`, csv: parts.join(''), rows, more };
  }

  #inTime({ from, to, ...filter }: HistoryFilter): MovementFilter {
    return { ...filter, ...instantsOf({ from, to }, this.#settings.current.timeZone) };
  }

  #cellsOf(row: Movement): CsvCell[] {
    const { timeZone, currency } = this.#settings.current;
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

function visibleTo(ctx: Ctx, row: Movement): Movement {
  return may(ctx, 'seeCost') ? row : { ...row, valueMinor: null };
}
