import { AsyncLocalStorage } from 'node:async_hooks';
import pLimit from 'p-limit';
import type { DataSource } from 'typeorm';

interface UnitOfWork {
  beforeCommit: Array<() => void>;
  afterCommit: Array<() => void>;
  afterRollback: Array<() => void>;
  /** Until its end; what it left running (a timer, say) may still remember it after that. */
  open: boolean;
}

/**
 * The one writer of a store. TypeORM has a single connection to SQLite, on which overlapping transactions
 * would mix, so units of work run one at a time, each in a transaction: all of it is on disk when `run`
 * has answered, or none of it. A unit is short: no waiting for people, hashing or the network inside.
 */
export class WriteQueue {
  readonly #oneAtATime = pLimit(1);
  readonly #idleListeners = new Set<() => void>();
  #unitsBegun = 0;
  #unitsDone = 0;
  readonly #current = new AsyncLocalStorage<UnitOfWork>();
  readonly #dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.#dataSource = dataSource;
  }

  /** Runs a unit of work; inside another it joins that one, and fails or succeeds with it. */
  async run<T>(work: () => T | Promise<T>): Promise<T> {
    if (this.#running) return work();
    const unit: UnitOfWork = { beforeCommit: [], afterCommit: [], afterRollback: [], open: true };
    this.#unitsBegun += 1;
    const result = await this.#oneAtATime(() =>
      this.#current.run(unit, () => this.#inTransaction(work, unit)),
    );
    for (const hook of unit.afterCommit) hook();
    return result;
  }

  /**
   * Does something as the last part of the running unit, for what follows from all that it did; a failure
   * there fails the unit.
   */
  beforeCommit(hook: () => void): void {
    const unit = this.#running;
    if (!unit) throw new Error('Nothing is written outside a unit of work');
    unit.beforeCommit.push(hook);
  }

  /** Does something once the running unit is on disk; at once when none runs. */
  afterCommit(hook: () => void): void {
    const unit = this.#running;
    if (unit) unit.afterCommit.push(hook);
    else hook();
  }

  /** Does something if the running unit fails, before another begins: for what memory keeps of the database. */
  afterRollback(hook: () => void): void {
    this.#running?.afterRollback.push(hook);
  }

  /** Whether no unit of work runs or waits, so that housekeeping disturbs nobody. */
  get idle(): boolean {
    return this.#unitsBegun === this.#unitsDone;
  }

  /** Calls a listener whenever the last unit of work is done and none waits; answers with how to stop it. */
  onIdle(listener: () => void): () => void {
    this.#idleListeners.add(listener);
    return () => this.#idleListeners.delete(listener);
  }

  /** Waits until all that was begun is done. */
  async drain(): Promise<void> {
    while (!this.idle) await this.#oneAtATime(() => undefined);
  }

  /** The unit of work that the caller is part of. */
  get #running(): UnitOfWork | undefined {
    const unit = this.#current.getStore();
    return unit?.open ? unit : undefined;
  }

  async #inTransaction<T>(work: () => T | Promise<T>, unit: UnitOfWork): Promise<T> {
    const runner = this.#dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      const result = await work();
      for (const hook of unit.beforeCommit) hook();
      await runner.commitTransaction();
      return result;
    } catch (error) {
      // SQLite rolls back by itself on some failures (a full disk); then there is nothing left to undo.
      await runner.rollbackTransaction().catch(() => undefined);
      for (const hook of unit.afterRollback) hook();
      throw error;
    } finally {
      unit.open = false;
      this.#unitsDone += 1;
      if (this.idle) for (const listener of this.#idleListeners) listener();
    }
  }
}
