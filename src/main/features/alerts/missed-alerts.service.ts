import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from '#main/platform/database/database';
import type { AlertService } from './alert.service';

/** So few that looking through them takes a millisecond. */
const CHUNK = 500;

/** Finds what calls for an alert though nothing in the store changed: days pass, and files are put back. */
export class MissedAlertService {
  readonly #writes;
  readonly #alerts: AlertService;
  readonly #next;

  constructor({ reader, writes }: Pick<Database, 'reader' | 'writes'>, alerts: AlertService) {
    this.#writes = writes;
    this.#alerts = alerts;
    this.#next = reader
      .prepare<[number, number], number>('SELECT id FROM product WHERE id > ? ORDER BY id LIMIT ?')
      .pluck();
  }

  /**
   * Looks through all products, a few at a time with room for the tills in between, until the signal. Only what
   * has something due is written, each few in a unit of work of their own.
   */
  async find(signal?: AbortSignal): Promise<void> {
    let productIds = this.#next.all(0, CHUNK);
    while (productIds.length > 0 && !signal?.aborted) {
      const due = this.#alerts.due(productIds);
      if (due.length > 0) await this.#writes.run(() => this.#alerts.check(due));
      await nextTurn();
      if (signal?.aborted) return;
      productIds = this.#next.all(productIds.at(-1) ?? 0, CHUNK);
    }
  }
}
