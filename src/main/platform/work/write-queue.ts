import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { Database as Handle, Statement } from 'better-sqlite3';
import pLimit from 'p-limit';
import { isBusy, isStorageFailure, isSyncFailure } from '#main/platform/database/store-file-error';
import type { Tx } from './connections';

/** How long a unit waits, from when it is queued, while another program writes to the file; and between two tries. */
const BUSY_MS = 5000;
const BUSY_RETRY_MS = 25;

interface UnitOfWork {
  queuedAt: number;
  beforeCommit: Array<(tx: Tx) => void>;
  afterCommit: Array<() => void>;
  afterRollback: Array<() => void>;
  /** False once it has ended; something that it left running (a timer, for example) can still refer to it. */
  open: boolean;
  /** The error of a nested run: the unit then fails too, even if the error was caught. */
  failure: { error: unknown } | null;
}

/** What the queue reports to the program around it. */
export interface WriteQueueEvents {
  /**
   * The state of the transaction is unknown, so nothing more may be confirmed. In the app this ends the process; the
   * queue refuses all further work with the same error.
   */
  onFatal(error: UnsafeTransactionError): void;
  /**
   * Whether this process still has exclusive use of the store; called within each transaction, before the work. If it
   * returns false, the unit does nothing and `onFatal` follows. If it throws, only this unit fails.
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
 * The only writer of a store. There is one connection that writes, and overlapping transactions would mix on it, so
 * units of work run one at a time, each in its own transaction. Once `run` has returned, all of its changes are on
 * disk; if it throws, none are. A unit must be short: it never waits for people, hashing or the network.
 *
 * The state of the transaction is always read from SQLite (`inTransaction`) and never cached: on a full disk, an I/O
 * error or a lack of memory SQLite rolls back by itself.
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
   * Runs a unit of work. Inside another unit it joins that one, and succeeds or fails with it.
   * @param work receives the connection that writes, exclusively until it ends
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

  /** Runs a hook at the end of the running unit, when all its changes are known. If the hook fails, the unit fails. */
  beforeCommit(hook: (tx: Tx) => void): void {
    const unit = this.#running;
    if (!unit) throw new Error('Nothing is written outside a unit of work');
    unit.beforeCommit.push(hook);
  }

  /** Runs a hook once the running unit is on disk; immediately when no unit is running. */
  afterCommit(hook: () => void): void {
    const unit = this.#running;
    if (unit) unit.afterCommit.push(hook);
    else hook();
  }

  /** Runs a hook if the running unit fails, before the next unit starts; for caches of the database. */
  afterRollback(hook: () => void): void {
    this.#running?.afterRollback.push(hook);
  }

  /** Whether no unit of work is running or waiting, so that housekeeping delays nobody. */
  get idle(): boolean {
    return this.#unitsQueued === this.#unitsDone;
  }

  /** Whether the caller is part of a running unit of work. */
  get isInUnit(): boolean {
    return this.#running !== undefined;
  }

  /** Calls a listener whenever a unit of work is done and no other waits; returns a function that stops it. */
  onIdle(listener: () => void): () => void {
    this.#idleListeners.add(listener);
    return () => this.#idleListeners.delete(listener);
  }

  /** Waits until all queued units are done. */
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
      await this.#startTransaction(unit);
      const result = await this.#inTransaction(work, unit);
      unit.open = false;
      // Before the next unit starts, because it may rely on caches in memory.
      for (const hook of unit.afterCommit) this.#runHook(hook);
      return result;
    } finally {
      unit.open = false;
      this.#unitsDone += 1;
      if (this.idle) for (const listener of this.#idleListeners) listener();
    }
  }

  /** Retries here instead of in SQLite, whose wait would block everything else: reads and calls of other windows. */
  async #startTransaction({ queuedAt }: UnitOfWork): Promise<void> {
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
      // If SQLite had rolled back unnoticed, the statements after that would have been committed one by one.
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

  /** SQLite's write lock is held here: a process that opens the store waits for it and therefore sees this unit. */
  #assertHasStore(): void {
    if (this.#events.mayWrite?.() ?? true) return;
    this.#rollback.run();
    this.#stop('another Tillroom has opened the store');
  }

  /** After a failed sync it is unknown what is on disk; only reading the file again at the next start can tell. */
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
      // SQLite rolls back by itself when storage fails. Otherwise something else ended the transaction, or a storage
      // failure was caught and the work continued without a transaction.
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
