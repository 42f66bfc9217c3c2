import type { SettingsService } from '#main/features/settings/index';
import type { Ctx } from '#main/platform/ctx';
import type { Connection } from '#main/platform/work/connections';
import type { ParsedInputs } from '#shared/contract/index';
import { addDays, dayOf } from '#shared/kernel/time';
import { entryQueries } from './entry.queries';
import { entryVisibleTo } from './entry-view';

/** Stock by product, location and batch. */
export class EntryListService {
  readonly #queries;
  readonly #settings: SettingsService;

  constructor(connection: Connection, settings: SettingsService) {
    this.#queries = entryQueries(connection);
    this.#settings = settings;
  }

  /**
   * A page of stock entries by product name, or of entries near expiry or expired by expiry date. Values are null
   * for people who may not see cost.
   */
  list(ctx: Ctx, { offset, limit, expiry, ...filter }: ParsedInputs['stock']['listEntries']) {
    const expires = expiry && this.#daysOf(expiry, ctx.now);
    const { rows, ...total } = this.#queries.page({ ...filter, expires }, { offset, limit });
    return { rows: rows.map((entry) => entryVisibleTo(ctx, entry)), ...total };
  }

  /** The range of expiry dates that count as expired or near expiry today, in the store's time zone. */
  #daysOf(expiry: 'expired' | 'near', now: number): { from: string; to: string } {
    const { timeZone, nearExpiryDays } = this.#settings.current;
    const today = dayOf(now, timeZone);
    if (expiry === 'expired') return { from: '', to: addDays(today, -1) };
    return { from: today, to: addDays(today, nearExpiryDays) };
  }
}
