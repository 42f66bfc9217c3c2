import type { NumbersFile } from '#main/platform/database/numbers-file';
import type { HeadKeeper, LogHead } from '#main/platform/log/log-head';
import type { Log } from '#main/platform/logging/log';
import type { Series } from './number.queries';

/**
 * Keeps the highest number of each series outside the database. Numbers in the committed store are safe: a failure of
 * this file is logged, once, and stops no sale.
 */
export class NumberKeeper implements HeadKeeper {
  readonly #file: NumbersFile;
  readonly #log: Log;
  #failing = false;

  constructor(file: NumbersFile, log: Log) {
    this.#file = file;
    this.#log = log;
    if (file.ignored)
      log.warn({ why: file.ignored }, 'numbers.json is not used; it is written again from the store');
  }

  /** The highest number that a series assigned, 0 before the first. */
  highestOf(series: Series): number {
    return this.#file.highest.get(keyOf(series)) ?? 0;
  }

  /** Records numbers that are committed in the store. */
  keep(numbers: ReadonlyArray<readonly [Series, number]>): void {
    this.#attempt((file) => file.raise(numbers.map(([series, number]) => [keyOf(series), number])));
  }

  /** The newest entry of the store log as recorded here; null if there is none. */
  get head(): LogHead | null {
    return this.#file.head;
  }

  /** Records the newest entry of the store log, which is committed. */
  keepHead(head: LogHead): void {
    this.#attempt((file) => file.keepHead(head));
  }

  /** Makes the file durable, after a checkpoint. */
  sync(): void {
    this.#attempt((file) => file.sync());
  }

  close(): void {
    this.#attempt((file) => file.close());
  }

  #attempt(work: (file: NumbersFile) => void): void {
    try {
      work(this.#file);
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) this.#log.warn({ err: error }, 'numbers.json could not be written');
      this.#failing = true;
    }
  }
}

/** The key of a series in `numbers.json`. */
const keyOf = ({ kind, tillCode }: Series): string => (tillCode === null ? kind : `${kind} ${tillCode}`);
