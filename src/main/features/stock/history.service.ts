import type { SettingsService } from '#main/features/settings/index';
import { type Ctx, may } from '#main/platform/ctx';
import type { Reading } from '#main/platform/reading/reading';
import type { MovementKind } from '#shared/contract/stock';
import { dayOf, type Instants, instantsOf } from '#shared/kernel/time';
import type { MovementFilter } from './history-sql';
import type { StockReadings } from './readings';

/** Which movements to list; days in the store's time zone, both inclusive. */
interface HistoryFilter extends Omit<MovementFilter, keyof Instants> {
  kinds: MovementKind[];
  from?: string | undefined;
  to?: string | undefined;
}

/** Read access to the stock ledger, in a thread: a filter can fit few of a million movements. */
export class HistoryService {
  readonly #settings: SettingsService;
  readonly #reading: Reading<StockReadings>;

  constructor(settings: SettingsService, reading: Reading<StockReadings>) {
    this.#settings = settings;
    this.#reading = reading;
  }

  /** A page of movements, newest first. Costs are null for people who may not see them. */
  page(
    ctx: Ctx,
    { limit, beforeId, ...filter }: HistoryFilter & { limit: number; beforeId?: number | undefined },
  ) {
    const seesCost = may(ctx, 'seeCost');
    return this.#reading.run('stock.history', { filter: this.#inTime(filter), seesCost, limit, beforeId });
  }

  /** The movements as CSV, newest first, at most 100,000; `more` is set if there are others. */
  async export(ctx: Ctx, filter: HistoryFilter) {
    const { timeZone, currency } = this.#settings.current;
    const seesCost = may(ctx, 'seeCost');
    const order = { filter: this.#inTime(filter), seesCost, timeZone, currency };
    const exported = await this.#reading.run('stock.exportHistory', order);
    return { fileName: `stock-movements-${dayOf(ctx.now, timeZone)}.csv`, ...exported };
  }

  #inTime({ from, to, ...filter }: HistoryFilter): MovementFilter {
    return { ...filter, ...instantsOf({ from, to }, this.#settings.current.timeZone) };
  }
}
