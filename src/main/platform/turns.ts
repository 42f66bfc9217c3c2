import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long long-running work blocks the main thread before it yields: the most that a scan has to wait for it. */
const TURN_MS = 2;

/**
 * For long work on the main thread. The returned function must be awaited between steps of a fraction of a
 * millisecond; it yields to the calls of the tills whenever the work has run long enough.
 * @param signal makes it throw when the work is to stop.
 */
export function takeTurns(signal?: AbortSignal): () => Promise<void> {
  let turnBegan = performance.now();
  return async () => {
    signal?.throwIfAborted();
    if (performance.now() - turnBegan < TURN_MS) return;
    await nextTurn();
    turnBegan = performance.now();
    signal?.throwIfAborted();
  };
}
