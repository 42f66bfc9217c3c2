import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ThreadMessage } from './thread-work';

/** The file that a thread runs: located next to a module, both in the sources and in the bundle. */
interface ThreadFile {
  /** The name of the file, without its extension. */
  name: string;
  /** `import.meta` of the module next to it. */
  beside: { dirname: string; filename: string };
}

interface ThreadOptions {
  /** Ends the thread at once when it is aborted: only for a thread that leaves nothing half done. */
  signal?: AbortSignal;
  progress?: (done: number) => void;
  /** Whether the program can end while the thread runs. */
  unref?: boolean;
}

/**
 * Runs a file in a thread of its own; the file calls `doThreadWork`.
 *
 * @param order what the thread is to do, in a form that can be passed between threads
 * @returns the outcome of the work
 * @throws what the work throws, with its code; the reason of the signal, once the thread has ended; and an error if
 *   the thread ends without an answer
 */
export async function runThread<Outcome>(
  { name, beside }: ThreadFile,
  order: unknown,
  { signal, progress, unref = false }: ThreadOptions = {},
): Promise<Outcome> {
  signal?.throwIfAborted();
  const file = path.join(beside.dirname, `${name}${path.extname(beside.filename)}`);
  const worker = new Worker(file, { workerData: order });
  if (unref) worker.unref();
  const end = (): void => void worker.terminate();
  signal?.addEventListener('abort', end);
  try {
    return await outcomeOf<Outcome>(worker, name, progress);
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', end);
  }
}

function outcomeOf<Outcome>(
  worker: Worker,
  name: string,
  progress: ThreadOptions['progress'],
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: ThreadMessage<Outcome>) => {
      if ('progress' in message) progress?.(message.progress);
      else if ('outcome' in message) resolve(message.outcome);
      else reject(Object.assign(new Error(message.failed.message), { code: message.failed.code }));
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error(`The thread ${name} ended without an answer`)));
  });
}
