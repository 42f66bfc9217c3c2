import type { Tx } from './connections';
import type { WriteQueue } from './write-queue';

/** Called at the end of a unit of work, inside it, with the ids that it changed. */
type Watcher = (tx: Tx, ids: readonly number[]) => void;

/**
 * Collects the ids of the rows that a unit of work changed and notifies its watchers once, at the end of the unit and
 * inside it: what a watcher writes is committed together with the change, or not at all.
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

  /** Records a change in the running unit of work. */
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
