import { AsyncLocalStorage } from 'node:async_hooks';
import PQueue from 'p-queue';
import type { DataSource } from 'typeorm';

interface UnitOfWork {
  afterCommit: Array<() => void>;
  afterRollback: Array<() => void>;
}

/**
 * The one writer of a store. TypeORM has a single connection to SQLite, on which overlapping transactions
 * would mix, so units of work run one at a time, each in a transaction: all of it is on disk when `run`
 * has answered, or none of it. A unit is short: no waiting for people, hashing or the network inside.
 */
export class WriteQueue {
  readonly #queue = new PQueue({ concurrency: 1 });
  readonly #current = new AsyncLocalStorage<UnitOfWork>();
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** Runs a unit of work; inside another it joins that one, and fails or succeeds with it. */
  async run<T>(work: () => T | Promise<T>): Promise<T> {
    if (this.#current.getStore()) return work();
    const unit: UnitOfWork = { afterCommit: [], afterRollback: [] };
    const result = await this.#queue.add(() =>
      this.#current.run(unit, () => this.#inTransaction(work, unit)),
    );
    for (const hook of unit.afterCommit) hook();
    return result as T;
  }

  /** Does something once the running unit is on disk; at once when none runs. */
  afterCommit(hook: () => void): void {
    const unit = this.#current.getStore();
    if (unit) unit.afterCommit.push(hook);
    else hook();
  }

  /** Does something if the running unit fails, before another begins: for what memory keeps of the database. */
  afterRollback(hook: () => void): void {
    this.#current.getStore()?.afterRollback.push(hook);
  }

  /** Whether no unit of work runs or waits, so that housekeeping disturbs nobody. */
  get idle(): boolean {
    return this.#queue.size === 0 && this.#queue.pending === 0;
  }

  /** Waits until all that was begun is done. */
  async drain(): Promise<void> {
    await this.#queue.onIdle();
  }

  async #inTransaction<T>(work: () => T | Promise<T>, unit: UnitOfWork): Promise<T> {
    const runner = this.#dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      const result = await work();
      await runner.commitTransaction();
      return result;
    } catch (error) {
      // SQLite rolls back by itself on some failures (a full disk); then there is nothing left to undo.
      await runner.rollbackTransaction().catch(() => undefined);
      for (const hook of unit.afterRollback) hook();
      throw error;
    }
  }
}
