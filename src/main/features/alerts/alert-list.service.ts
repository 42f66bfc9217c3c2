import type { SettingsService } from '#main/features/settings/index';
import type { Ctx } from '#main/platform/ctx';
import type { Reader } from '#main/platform/work/connections';
import type { ParsedInputs } from '#shared/contract/index';
import { addDays, startOfDay } from '#shared/kernel/time';
import { alertListQueries } from './alert-list.queries';

/** The number of alerts shown under the bell. */
const UNDER_THE_BELL = 8;

/** Read access to alerts. */
export class AlertListService {
  readonly #alerts;
  readonly #settings: SettingsService;

  constructor(reader: Reader, settings: SettingsService) {
    this.#alerts = alertListQueries(reader);
    this.#settings = settings;
  }

  /** A page of alerts, newest first. */
  page(ctx: Ctx, { from, to, offset, limit, ...filter }: ParsedInputs['alerts']['list']) {
    const { timeZone } = this.#settings.current;
    const times = {
      fromTime: from === undefined ? undefined : startOfDay(from, timeZone),
      beforeTime: to === undefined ? undefined : startOfDay(addDays(to, 1), timeZone),
    };
    return this.#alerts.page(ctx.account.id, { ...filter, ...times }, offset, limit);
  }

  /** The number of open alerts that the signed-in person has not seen, and the newest of all alerts. */
  unread(ctx: Ctx) {
    const { id } = ctx.account;
    return { unread: this.#alerts.unread(id), newest: this.#alerts.newest(id, UNDER_THE_BELL) };
  }
}
