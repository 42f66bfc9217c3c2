import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from '#main/platform/database/database';
import type { InUnit, OnReader, Reader } from '#main/platform/work/connections';
import type { AlertService } from './alert.service';
import type { DueAlerts } from './due-alerts';

interface Needs {
  database: Database;
  alerts: InUnit<AlertService>;
  dueAlerts: OnReader<DueAlerts>;
}

/** Few enough that checking them takes a millisecond. */
const CHUNK = 500;

/** Finds alerts that are due although nothing in the store changed: days pass, and backups are restored. */
export class MissedAlertService {
  readonly #needs: Needs;
  readonly #reads: OnReader<ReturnType<typeof productReads>>;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#reads = needs.database.onReader(productReads);
  }

  /**
   * Checks all products, a few at a time with calls from the tills in between, until the signal. Only products with a
   * due alert are written, each group in its own unit of work.
   */
  async find(signal?: AbortSignal): Promise<void> {
    const { database, alerts, dueAlerts } = this.#needs;
    let productIds = this.#after(0);
    while (productIds.length > 0 && !signal?.aborted) {
      const looked = productIds;
      const due = database.read((reader) => dueAlerts.on(reader).products(looked));
      if (due.length > 0) await database.writes.run((tx) => alerts.in(tx).check(due));
      await nextTurn();
      if (signal?.aborted) return;
      productIds = this.#after(productIds.at(-1) ?? 0);
    }
  }

  #after(id: number): number[] {
    return this.#needs.database.read((reader) => this.#reads.on(reader).idsAfter.all(id, CHUNK));
  }
}

function productReads(reader: Reader) {
  return {
    idsAfter: reader
      .prepare<[number, number], number>('SELECT id FROM product WHERE id > ? ORDER BY id LIMIT ?')
      .pluck(),
  };
}
