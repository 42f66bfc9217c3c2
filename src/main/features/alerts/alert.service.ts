import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Clock } from '#main/platform/clock';
import type { Database } from '#main/platform/database/database';
import type { Alert } from '#shared/contract/alerts';
import { addDays, dayOf } from '#shared/kernel/time';
import { alertQueries } from './alert.queries';
import { type Pending, pendingAlerts } from './alert-rules';
import { crossingQueries } from './crossing.queries';

/** An alert at the moment it was raised. */
export type RaisedAlert = Omit<Alert, 'resolvedAt' | 'isUnread'>;

interface Needs {
  database: Database;
  settings: SettingsService;
  changes: ChangeFeed;
  clock: Clock;
}

type Raised = (alerts: readonly RaisedAlert[]) => void;

/** Raises an alert for what runs low or expires, once per crossing, and resolves it when that is over. */
export class AlertService {
  readonly #needs: Needs;
  readonly #alerts;
  /** The state of the running unit of work, and the last committed one. */
  readonly #current;
  readonly #committed;
  readonly #listeners: Raised[] = [];

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#alerts = alertQueries(needs.database.handle);
    this.#current = crossingQueries(needs.database.handle);
    this.#committed = crossingQueries(needs.database.reader);
  }

  /**
   * Calls a listener with alerts as they are raised, inside the unit of work that raises them: what it writes is
   * on disk with them, or not at all. What is to happen outside of the database waits for `afterCommit`.
   */
  onRaised(listener: Raised): void {
    this.#listeners.push(listener);
  }

  /** Raises and resolves what is due for these products, in the running unit of work. */
  check(productIds: readonly number[]): void {
    const now = this.#needs.clock();
    const { raise, resolve } = this.#pending(this.#current, productIds, now);
    if (raise.length === 0 && resolve.length === 0) return;
    // The old one first: there is never room for two about the same.
    for (const { id } of resolve) this.#alerts.resolve(id, now);
    const raised = raise.map((crossing) => ({
      ...crossing,
      id: this.#alerts.raise(crossing, now),
      raisedAt: now,
    }));
    this.#needs.changes.publish('alerts');
    if (raised.length > 0) for (const listener of this.#listeners) listener(raised);
  }

  /** Which of these products have anything due, by what is on disk: for looking through many of them. */
  due(productIds: readonly number[]): number[] {
    const { raise, resolve } = this.#pending(this.#committed, productIds, this.#needs.clock());
    return [...new Set([...raise, ...resolve].map(({ productId }) => productId))];
  }

  #pending(queries: ReturnType<typeof crossingQueries>, productIds: readonly number[], now: number): Pending {
    const { settings } = this.#needs;
    const watched = settings.ready ? queries.watched(productIds) : [];
    if (watched.length === 0) return { raise: [], resolve: [] };
    const today = dayOf(now, settings.current.timeZone);
    const day = { today, nearUntil: addDays(today, settings.current.nearExpiryDays) };
    const { crossings, open } = queries.of(watched, day);
    return pendingAlerts(crossings, open, now);
  }
}
