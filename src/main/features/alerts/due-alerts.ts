import type { SettingsService } from '#main/features/settings/index';
import type { Clock } from '#main/platform/clock';
import type { Connection } from '#main/platform/work/connections';
import { addDays, dayOf } from '#shared/kernel/time';
import { type Pending, pendingAlerts } from './alert-rules';
import { crossingQueries } from './crossing.queries';

interface Parts {
  settings: SettingsService;
  clock: Clock;
}

/** Finds the alerts that are due to be raised or resolved. */
export class DueAlerts {
  readonly #parts: Parts;
  readonly #crossings;

  constructor(connection: Connection, parts: Parts) {
    this.#parts = parts;
    this.#crossings = crossingQueries(connection);
  }

  /** The alerts of these products to raise and to resolve now. */
  pending(productIds: readonly number[], now: number): Pending {
    const { settings } = this.#parts;
    const watched = settings.ready ? this.#crossings.watched(productIds) : [];
    if (watched.length === 0) return { raise: [], resolve: [] };
    const today = dayOf(now, settings.current.timeZone);
    const day = { today, nearUntil: addDays(today, settings.current.nearExpiryDays) };
    const { crossings, open } = this.#crossings.of(watched, day);
    return pendingAlerts(crossings, open, now);
  }

  /** Those of these products that have any alert due; for checking many products. */
  products(productIds: readonly number[]): number[] {
    const { raise, resolve } = this.pending(productIds, this.#parts.clock());
    return [...new Set([...raise, ...resolve].map(({ productId }) => productId))];
  }
}
