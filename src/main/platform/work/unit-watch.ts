import type { Tx } from './connections';
import type { WriteQueue } from './write-queue';

/** Is called with the ids that a unit of work changed, at its end, inside it. */
export type Watcher = (tx: Tx, ids: readonly number[]) => void;

/**
 * Gathers which things a unit of work changed, by their ids, and tells its watchers once at the unit's end,
 * inside it: what a watcher writes is on disk with the change, or not at all.
 */
export class UnitWatch {
  readonly #writes: WriteQueue;
  readonly #watchers: Watcher[] = [];
  #touched: Set<number> | null = null;

  constructor(writes: WriteQueue) {
    this.#writes = writes;
  }

  watch(watcher: Watcher): void {
    this.#watchers.push(watcher);
  }

  /** Notes a change, in the running unit of work. */
  touch(id: number): void {
    if (this.#touched) {
      this.#touched.add(id);
      return;
    }
    if (this.#watchers.length === 0) return;
    const touched = new Set([id]);
    this.#touched = touched;
    this.#writes.beforeCommit((tx) => {
      this.#touched = null;
      for (const watcher of this.#watchers) watcher(tx, [...touched]);
    });
    this.#writes.afterRollback(() => {
      this.#touched = null;
    });
  }
}
