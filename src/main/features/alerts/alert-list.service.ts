import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { Database } from '#main/platform/database/database';
import type { ParsedInputs } from '#shared/contract/index';
import { addDays, startOfDay } from '#shared/kernel/time';
import { alertListQueries, alertSeenQueries } from './alert-list.queries';

type Calls = ParsedInputs['alerts'];

interface Needs {
  database: Database;
  settings: SettingsService;
  changes: ChangeFeed;
}

/** How many alerts hang under the bell. */
const UNDER_THE_BELL = 8;

/** Alerts for those who look at them, and who has looked at which. */
export class AlertListService {
  readonly #lists;
  readonly #seen;
  readonly #settings: SettingsService;
  readonly #changes: ChangeFeed;

  constructor({ database, settings, changes }: Needs) {
    this.#lists = alertListQueries(database.reader);
    this.#seen = alertSeenQueries(database.handle);
    this.#settings = settings;
    this.#changes = changes;
  }

  /** A page of alerts, newest first. */
  page(ctx: Ctx, { from, to, offset, limit, ...filter }: Calls['list']) {
    const { timeZone } = this.#settings.current;
    const times = {
      fromTime: from === undefined ? undefined : startOfDay(from, timeZone),
      beforeTime: to === undefined ? undefined : startOfDay(addDays(to, 1), timeZone),
    };
    return this.#lists.page(ctx.account.id, { ...filter, ...times }, offset, limit);
  }

  /** How many open alerts somebody has not looked at, and the newest of all. */
  unread(ctx: Ctx) {
    const { id } = ctx.account;
    return { unread: this.#lists.unread(id), newest: this.#lists.newest(id, UNDER_THE_BELL) };
  }

  /** Notes that somebody has looked at some alerts, or at all that are open. */
  markSeen(ctx: Ctx, { ids }: Calls['markSeen']): void {
    const seen = { accountId: ctx.account.id, now: ctx.now };
    if (ids === 'all') this.#seen.allOpen.run(seen);
    else this.#seen.some.run({ ...seen, ids: JSON.stringify(ids) });
    this.#changes.publish('alerts');
  }
}
