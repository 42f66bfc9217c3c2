import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { Database as Handle, Statement } from 'better-sqlite3';
import pLimit from 'p-limit';
import { isBusy, isStorageFailure, isSyncFailure } from '#main/platform/database/store-file-error';
import type { Tx } from './connections';

/** How long a unit waits, from when it was queued, while another program writes to the file; and between two tries. */
const BUSY_MS = 5000;
const BUSY_RETRY_MS = 25;

interface UnitOfWork {
  queuedAt: number;
  beforeCommit: Array<(tx: Tx) => void>;
  afterCommit: Array<() => void>;
  afterRollback: Array<() => void>;
  /** False once it has ended; what it left running (a timer, for example) may still refer to it. */
  open: boolean;
  /** What a nested run failed with: the unit then fails too, even if the failure was caught. */
  failure: { error: unknown } | null;
}

/** What the queue reports to the program around it. */
export interface WriteQueueEvents {
  /**
   * The state of the transaction is in doubt, so nothing more may be confirmed. In the app this ends the
   * process; the queue refuses all further work with the same error.
   */
  onFatal(error: UnsafeTransactionError): void;
  /**
   * Whether this process still has the store for itself; asked within each transaction, before the work. If not, the
   * unit does nothing and `onFatal` follows. An error refuses the unit alone.
   */
  mayWrite?(): boolean;
  /** A hook failed after its unit was committed. The unit itself succeeded. */
  onHookFailure(error: unknown): void;
}

/** SQLite's transaction is not in the state that the write queue left it in. */
export class UnsafeTransactionError extends Error {
  constructor(what: string, cause?: unknown) {
    super(`The database is in an unsafe state: ${what}. Nothing more is confirmed.`, { cause });
    this.name = 'UnsafeTransactionError';
  }
}

/**
 * The one writer of a store. There is one connection that writes, on which overlapping transactions would mix, so
 * units of work run one at a time, each in a transaction: once `run` has returned, all of it is on disk; if it
 * throws, none of it is. A unit is short: it never waits for people, hashing or the network.
 *
 * The state of the transaction is SQLite's own (`inTransaction`), never a copy of it: on a full disk, an I/O error
 * or a lack of memory SQLite rolls back by itself.
 */
export class WriteQueue {
  readonly #oneAtATime = pLimit(1);
  readonly #idleListeners = new Set<() => void>();
  readonly #current = new AsyncLocalStorage<UnitOfWork>();
  readonly #handle: Handle;
  readonly #events: WriteQueueEvents;
  readonly #begin: Statement<[]>;
  readonly #commit: Statement<[]>;
  readonly #rollback: Statement<[]>;
  #unitsQueued = 0;
  #unitsDone = 0;
  #fatal: UnsafeTransactionError | null = null;

  constructor(handle: Handle, events: WriteQueueEvents) {
    this.#handle = handle;
    this.#events = events;
    this.#begin = handle.prepare('BEGIN IMMEDIATE');
    this.#commit = handle.prepare('COMMIT');
    this.#rollback = handle.prepare('ROLLBACK');
  }

  /**
   * Runs a unit of work; inside another it joins that one, and succeeds or fails with it.
   * @param work gets the connection that writes, which is its own until it ends
   * @throws what the work throws, an error of SQLite (SQLITE_BUSY while another program writes to the file), or
   * UnsafeTransactionError.
   */
  async run<T>(work: (tx: Tx) => T | Promise<T>): Promise<T> {
    const running = this.#running;
    if (running) return this.#join(running, work);
    const unit: UnitOfWork = {
      queuedAt: performance.now(),
      beforeCommit: [],
      afterCommit: [],
      afterRollback: [],
      open: true,
      failure: null,
    };
    this.#unitsQueued += 1;
    return this.#oneAtATime(() => this.#current.run(unit, () => this.#runAlone(work, unit)));
  }

  /** Does something as the last part of the running unit, for what follows from all that it did; if it fails, the unit fails. */
  beforeCommit(hook: (tx: Tx) => void): void {
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

  /** Does something if the running unit fails, before the next one starts: for copies of the database in memory. */
  afterRollback(hook: () => void): void {
    this.#running?.afterRollback.push(hook);
  }

  /** Whether no unit of work runs or waits, so that housekeeping disturbs nobody. */
  get idle(): boolean {
    return this.#unitsQueued === this.#unitsDone;
  }

  /** Whether the caller is part of a running unit of work. */
  get isInUnit(): boolean {
    return this.#running !== undefined;
  }

  /** Calls a listener whenever the last unit of work is done and none waits; returns how to stop it. */
  onIdle(listener: () => void): () => void {
    this.#idleListeners.add(listener);
    return () => this.#idleListeners.delete(listener);
  }

  /** Waits until every unit that was queued is done. */
  async drain(): Promise<void> {
    while (!this.idle) await this.#oneAtATime(() => undefined);
  }

  /** The connection, for the work of a unit. */
  get #tx(): Tx {
    return this.#handle as Tx;
  }

  /** The unit of work that the caller is part of. */
  get #running(): UnitOfWork | undefined {
    const unit = this.#current.getStore();
    return unit?.open ? unit : undefined;
  }

  async #join<T>(unit: UnitOfWork, work: (tx: Tx) => T | Promise<T>): Promise<T> {
    try {
      return await work(this.#tx);
    } catch (error) {
      unit.failure ??= { error };
      throw error;
    }
  }

  async #runAlone<T>(work: (tx: Tx) => T | Promise<T>, unit: UnitOfWork): Promise<T> {
    try {
      this.#assertTransaction('outside a transaction', 'a unit of work starts');
      await this.#beginTransaction(unit);
      const result = await this.#inTransaction(work, unit);
      unit.open = false;
      // Before the next unit starts, which may rely on what memory keeps.
      for (const hook of unit.afterCommit) this.#runHook(hook);
      return result;
    } finally {
      unit.open = false;
      this.#unitsDone += 1;
      if (this.idle) for (const listener of this.#idleListeners) listener();
    }
  }

  /** SQLite itself would wait without letting anything else run: reads, and calls of other windows. */
  async #beginTransaction({ queuedAt }: UnitOfWork): Promise<void> {
    for (;;) {
      try {
        this.#begin.run();
        return;
      } catch (error) {
        if (!isBusy(error) || performance.now() - queuedAt > BUSY_MS) throw error;
      }
      await wait(BUSY_RETRY_MS);
    }
  }

  async #inTransaction<T>(work: (tx: Tx) => T | Promise<T>, unit: UnitOfWork): Promise<T> {
    try {
      this.#assertHasStore();
      const result = await work(this.#tx);
      for (const hook of unit.beforeCommit) hook(this.#tx);
      if (unit.failure) throw unit.failure.error;
      // Had SQLite rolled back unnoticed, what followed would have been committed statement by statement.
      this.#assertTransaction('in a transaction', 'a unit of work commits');
      this.#commitOrStop();
      return result;
    } catch (error) {
      this.#undo(error);
      unit.open = false;
      for (const hook of unit.afterRollback) this.#runHook(hook);
      throw error;
    }
  }

  /** The write lock of SQLite is held here: a process that opens the store waits for it, so that it sees this unit. */
  #assertHasStore(): void {
    if (this.#events.mayWrite?.() ?? true) return;
    this.#rollback.run();
    this.#stop('another Tillroom has opened the store');
  }

  /** After a failed sync nobody knows what is on disk: only reading the file again, at the next start, can tell. */
  #commitOrStop(): void {
    try {
      this.#commit.run();
    } catch (error) {
      if (isSyncFailure(error)) this.#stop('a commit could not be synced to the disk', error);
      throw error;
    }
    this.#assertTransaction('outside a transaction', 'a unit of work was committed');
  }

  #undo(error: unknown): void {
    if (error instanceof UnsafeTransactionError) return;
    if (!this.#handle.inTransaction) {
      // SQLite rolls back by itself when storage fails. Otherwise something else ended the transaction, or a
      // failure of storage was caught and the work went on without a transaction.
      if (!isStorageFailure(error))
        this.#stop('the transaction of a unit of work ended before the unit', error);
      return;
    }
    try {
      this.#rollback.run();
    } catch (failure) {
      if (this.#handle.inTransaction) this.#stop('a unit of work could not be rolled back', failure);
    }
    this.#assertTransaction('outside a transaction', 'a unit of work was rolled back');
  }

  #assertTransaction(state: 'in a transaction' | 'outside a transaction', when: string): void {
    if (this.#fatal) throw this.#fatal;
    if (this.#handle.inTransaction === (state === 'in a transaction')) return;
    this.#stop(`it is not ${state} when ${when}`);
  }

  #stop(what: string, cause?: unknown): never {
    this.#fatal = new UnsafeTransactionError(what, cause);
    this.#events.onFatal(this.#fatal);
    throw this.#fatal;
  }

  #runHook(hook: () => void): void {
    try {
      hook();
    } catch (error) {
      this.#events.onHookFailure(error);
    }
  }
}
