import { parentPort, workerData } from 'node:worker_threads';

/** A failure in a form that can be passed between threads: an error would lose its code. */
interface ThreadFailure {
  message: string;
  /** The code of SQLite or the file system; '' if there is none. */
  code: string;
}

/** What a thread reports: its progress any number of times, then one outcome. */
export type ThreadMessage<Outcome> = { progress: number } | { outcome: Outcome } | { failed: ThreadFailure };

/**
 * Does the work of a thread that was started by `runThread`: reports what the work returns, or how it failed. The
 * thread then ends on its own.
 */
export function doThreadWork<Order, Outcome>(
  work: (order: Order, progress: (done: number) => void) => Outcome,
): void {
  const post = (message: ThreadMessage<Outcome>): void => parentPort?.postMessage(message);
  try {
    post({ outcome: work(workerData as Order, (progress) => post({ progress })) });
  } catch (error) {
    post({ failed: failureOf(error) });
  }
}

function failureOf(error: unknown): ThreadFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return { message: String(error), code };
}
