import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { errorOf } from './thread-failure';
import type { WorkAnswer, WorkOptions, WorkOrder } from './work';

/** The file that a thread runs: located next to a module, both in the sources and in the bundle. */
export interface ThreadFile {
  /** The name of the file, without its extension. */
  name: string;
  /** `import.meta` of the module next to it. */
  beside: { dirname: string; filename: string };
}

interface Waiting {
  order: WorkOrder;
  progress: WorkOptions['progress'];
  resolve(outcome: unknown): void;
  reject(error: unknown): void;
}

/**
 * A thread that does one piece of work after another. It is started at the first one, and again at the next one after it
 * has ended; the work during which it ends fails.
 */
export class WorkThread {
  readonly #threadFile: ThreadFile;
  readonly #workerData: unknown;
  #worker: Worker | undefined;
  #running: Waiting | undefined;
  readonly #queue: Waiting[] = [];
  #isClosed = false;

  /**
   * @param threadFile the file that it runs; it calls `answerOrders`
   * @param workerData what the file finds as its `workerData`
   */
  constructor(threadFile: ThreadFile, workerData?: unknown) {
    this.#threadFile = threadFile;
    this.#workerData = workerData;
  }

  /**
   * Does work after what was asked for before it.
   * @throws what the work throws, with its code; the reason of the signal, once the work has stopped; and an error if the
   *   thread ends without an answer
   */
  async run(name: string, input: unknown, { signal, progress }: WorkOptions = {}): Promise<unknown> {
    signal?.throwIfAborted();
    const order = { name, input, stop: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT) };
    let stop: (() => void) | undefined;
    try {
      return await new Promise((resolve, reject) => {
        const waiting: Waiting = { order, progress, resolve, reject };
        stop = () => this.#stop(waiting);
        signal?.addEventListener('abort', stop);
        this.#queue.push(waiting);
        this.#next();
      });
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    } finally {
      if (stop) signal?.removeEventListener('abort', stop);
    }
  }

  /** Ends the thread at once, which leaves nothing half done: it writes nothing to the store. What still waits fails. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { reject } of this.#queue.splice(0)) reject(closed());
    await this.#worker?.terminate();
  }

  #stop(waiting: Waiting): void {
    Atomics.store(new Int32Array(waiting.order.stop), 0, 1);
    const place = this.#queue.indexOf(waiting);
    if (place === -1) return;
    this.#queue.splice(place, 1);
    waiting.reject(new Error('The work of a thread was stopped'));
  }

  #next(): void {
    if (this.#running) return;
    this.#running = this.#queue.shift();
    // An idle thread does not keep the program running.
    if (this.#running) this.#order(this.#running);
    else this.#worker?.unref();
  }

  #order({ order }: Waiting): void {
    try {
      if (this.#isClosed) throw closed();
      this.#worker ??= this.#start();
      this.#worker.ref();
      this.#worker.postMessage(order);
    } catch (error) {
      this.#end(({ reject }) => reject(error));
    }
  }

  #start(): Worker {
    const { name, beside } = this.#threadFile;
    const file = path.join(beside.dirname, `${name}${path.extname(beside.filename)}`);
    const worker = new Worker(file, { workerData: this.#workerData });
    const lost = (error: unknown): void => {
      if (this.#worker !== worker) return;
      this.#worker = undefined;
      this.#end(({ reject }) => reject(error));
    };
    worker.on('message', (answer: WorkAnswer) => this.#take(answer));
    worker.once('error', lost);
    worker.once('messageerror', (error) => {
      lost(error);
      worker.terminate();
    });
    worker.once('exit', () =>
      lost(this.#isClosed ? closed() : new Error('A thread ended without an answer')),
    );
    return worker;
  }

  #take(answer: WorkAnswer): void {
    if ('progress' in answer) this.#running?.progress?.(answer.progress);
    else if ('outcome' in answer) this.#end(({ resolve }) => resolve(answer.outcome));
    else this.#end(({ reject }) => reject(errorOf(answer.failed)));
  }

  #end(settle: (ended: Waiting) => void): void {
    const ended = this.#running;
    this.#running = undefined;
    if (ended) settle(ended);
    this.#next();
  }
}

function closed(): Error {
  return new Error('The store was closed during the work of a thread');
}
