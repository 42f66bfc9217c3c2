import type { SettingsService } from '#main/features/settings/index';
import type { Ctx } from '#main/platform/ctx';
import type { Reader } from '#main/platform/work/connections';
import type { ParsedInputs } from '#shared/contract/index';
import { instantsOf } from '#shared/kernel/time';
import { alertBellQueries, alertList, toAlert } from './alert-list.queries';

/** The number of alerts shown under the bell. */
const UNDER_THE_BELL = 8;

/** Read access to alerts. */
export class AlertListService {
  readonly #list;
  readonly #bell;
  readonly #settings: SettingsService;

  constructor(reader: Reader, settings: SettingsService) {
    this.#list = alertList(reader);
    this.#bell = alertBellQueries(reader);
    this.#settings = settings;
  }

  /** A page of alerts, newest first. */
  page(ctx: Ctx, { from, to, offset, limit, ...filter }: ParsedInputs['alerts']['list']) {
    const instants = instantsOf({ from, to }, this.#settings.current.timeZone);
    const chosen = { ...filter, ...instants, accountId: ctx.account.id };
    const { rows, ...total } = this.#list.page(chosen, { offset, limit });
    return { rows: rows.map(toAlert), ...total };
  }

  /** The number of open alerts that the signed-in person has not seen, and the newest of all alerts. */
  unread(ctx: Ctx) {
    const { id } = ctx.account;
    return { unread: this.#bell.unread(id), newest: this.#bell.newest(id, UNDER_THE_BELL) };
  }
}
