import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long something long works before everybody else gets their turn: what a scan may have to wait for it. */
const TURN_MS = 2;

/**
 * For long work on the main thread: the function it answers with is awaited between pieces of a fraction of
 * a millisecond, and lets the calls of the tills through whenever the work has gone on long enough.
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
