import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Clock } from '#main/platform/clock';
import type { Tx } from '#main/platform/work/connections';
import { alertWrites } from './alert.queries';
import { alertMoment } from './alert-moment';
import type { AlertWatch } from './alert-watch';
import { dueAlerts } from './due-alerts';

interface Parts {
  settings: SettingsService;
  changes: ChangeFeed;
  clock: Clock;
  raised: AlertWatch;
}

/** Raises an alert for low or expiring stock, once per crossing, and resolves it when the condition ends. */
export class AlertService {
  readonly #parts: Parts;
  readonly #tx: Tx;
  readonly #dueOf;
  readonly #alerts;

  constructor(tx: Tx, parts: Parts) {
    this.#parts = parts;
    this.#tx = tx;
    this.#dueOf = dueAlerts(tx);
    this.#alerts = alertWrites(tx);
  }

  /** Raises and resolves what is due for these products. */
  check(productIds: readonly number[]): void {
    const { settings, changes, clock } = this.#parts;
    const now = clock();
    const moment = alertMoment(settings, now);
    if (!moment) return;
    const { raise, resolve } = this.#dueOf(productIds, moment);
    if (raise.length === 0 && resolve.length === 0) return;
    // Resolve first: two open alerts about the same subject are never allowed.
    for (const { id } of resolve) this.#alerts.resolve(id, now);
    const raised = raise.map((crossing) => ({
      ...crossing,
      id: this.#alerts.raise(crossing, now),
      raisedAt: now,
    }));
    changes.publish('alerts');
    if (raised.length > 0) this.#parts.raised.tell(this.#tx, raised);
  }
}
