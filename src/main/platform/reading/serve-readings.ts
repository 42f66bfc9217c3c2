import { workerData } from 'node:worker_threads';
import type { Database as Handle } from 'better-sqlite3';
import { openReader } from '#main/platform/database/open-reader';
import { answerOrders } from '#main/platform/threads/answer-orders';
import type { Reader } from '#main/platform/work/connections';
import type { ReadingRun, Readings } from './reading';
import { keepStatements } from './statement-cache';

/** The shortest interval between two reports of progress. */
const TELL_EVERY_MS = 50;

/** Does the work of a reading thread: runs these readings one after another on a connection of its own. */
export function serveReadings(readings: Readings): void {
  const connection = new ReadingConnection(workerData as string);
  answerOrders(({ name, input, stop }, progress) => {
    const read = readings[name];
    if (!read) throw new Error(`There is no reading ${name}`);
    return connection.read((reader) => read(reader, input as never, runOf(stop, progress)));
  });
}

/** The connection of a thread, opened at the first reading, and again after a reading that left it in doubt. */
class ReadingConnection {
  readonly #file: string;
  #handle: Handle | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  /** Runs work in one transaction, so that it sees one state of the store. */
  read<Outcome>(work: (reader: Reader) => Outcome): Outcome {
    const handle = this.#open();
    try {
      handle.exec('BEGIN');
      const outcome = work(handle as Reader);
      handle.exec('COMMIT');
      return outcome;
    } finally {
      if (handle.inTransaction) this.#close();
    }
  }

  #open(): Handle {
    if (!this.#handle) {
      this.#handle = openReader(this.#file);
      keepStatements(this.#handle);
    }
    return this.#handle;
  }

  #close(): void {
    const handle = this.#handle;
    this.#handle = undefined;
    handle?.close();
  }
}

function runOf(stop: SharedArrayBuffer, tell: (done: number) => void): ReadingRun {
  const flag = new Int32Array(stop);
  let toldAt = Number.NEGATIVE_INFINITY;
  return {
    signal: {
      throwIfAborted() {
        if (Atomics.load(flag, 0) !== 0) throw new Error('The reading was stopped');
      },
    },
    progress(done) {
      const now = performance.now();
      if (now - toldAt < TELL_EVERY_MS) return;
      toldAt = now;
      tell(done);
    },
  };
}
