import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';

/** Whether the log can be written. */
export interface LogState {
  /** True from the first record that could not be written until all waiting records are written. */
  readonly failing: boolean;
  /** Calls a listener, which must not throw, whenever `failing` changes; returns a function that stops it. */
  onChange(listener: () => void): () => void;
}

interface Options {
  folder: string;
  /** The maximum size of a file; a record that does not fit starts another file. */
  maxBytes?: number;
  /** How many files are kept, including the current one. */
  keep?: number;
  /** The wait after a failure before it tries again, in milliseconds. */
  retryMs?: number;
  /** The current time, UTC epoch milliseconds. */
  now?: () => number;
}

interface OpenFile {
  place: string;
  descriptor: number;
  inode: number;
  day: string;
  bytes: number;
}

const MEGABYTE = 1024 * 1024;
/** The most records that are kept in memory while the log cannot be written; the oldest are dropped first. */
const MOST_WAITING = 1000;
const NAME = /^tillroom\..*\.log$/;
const WARN_LEVEL = 40;
const inOrder = new Intl.Collator('en', { numeric: true }).compare;

/**
 * Writes log records to files: one per UTC day, further ones when it is full, and the oldest are removed. Writing
 * never throws: a record that cannot be written (a full disk, a file of another account) waits in memory and is tried
 * again. It writes in this thread, so that a record is in the file before the program can end.
 */
export class LogFile implements LogState {
  readonly #options: Required<Options>;
  readonly #listeners = new Set<() => void>();
  #file: OpenFile | null = null;
  #waiting: string[] = [];
  /** When writing started to fail, how many records were dropped since, and why; null while it works. */
  #failure: { since: number; dropped: number; reason: string } | null = null;

  constructor(options: Options) {
    this.#options = { maxBytes: 10 * MEGABYTE, keep: 14, retryMs: 5000, now: Date.now, ...options };
    this.#writeWaiting();
  }

  get failing(): boolean {
    return this.#failure !== null;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Adds a record, which ends with a line feed. */
  write(record: string): void {
    this.#waiting.push(record);
    if (!this.#failure) this.#writeWaiting();
    else if (this.#waiting.length > MOST_WAITING) {
      this.#waiting.shift();
      this.#failure.dropped += 1;
    }
  }

  #writeWaiting(): void {
    try {
      for (let [record] = this.#waiting; record !== undefined; [record] = this.#waiting) {
        this.#writeRecord(record);
        this.#waiting.shift();
      }
      if (this.#failure) this.#writeRecord(this.#recordOf(this.#failure));
      if (!this.#file) this.#open(0);
    } catch (error) {
      this.#fail(error);
      return;
    }
    if (!this.#failure) return;
    this.#failure = null;
    this.#tell();
  }

  #writeRecord(record: string): void {
    const bytes = Buffer.from(record);
    const file = this.#fileFor(bytes.length);
    for (let written = 0; written < bytes.length; ) written += writeSync(file.descriptor, bytes, written);
    file.bytes += bytes.length;
  }

  /** The open file; a new one on a new day, when it is full, or when it was moved or removed. */
  #fileFor(length: number): OpenFile {
    const file = this.#file;
    const fits = file?.day === this.#today() && file.bytes + length <= this.#options.maxBytes;
    if (file && fits && isInItsPlace(file)) return file;
    this.#close();
    return this.#open(length);
  }

  #open(length: number): OpenFile {
    const { folder, maxBytes } = this.#options;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const day = this.#today();
    const placeOf = (part: number) => path.join(folder, `tillroom.${day}.${part}.log`);
    const last = this.#lastPart(day);
    const lastBytes = statSync(placeOf(last), { throwIfNoEntry: false })?.size ?? 0;
    const isFull = lastBytes > 0 && lastBytes + length > maxBytes;
    const place = placeOf(isFull ? last + 1 : last);
    const descriptor = openSync(place, 'a+', 0o600);
    const { ino: inode, size: bytes } = fstatSync(descriptor);
    this.#file = { place, descriptor, inode, day, bytes };
    if (isCutOff(descriptor, bytes)) writeSync(descriptor, '\n');
    this.#removeOldest(path.basename(place));
    return this.#file;
  }

  #lastPart(day: string): number {
    const start = `tillroom.${day}.`;
    const parts = readdirSync(this.#options.folder)
      .filter((name) => name.startsWith(start) && NAME.test(name))
      .map((name) => Number.parseInt(name.slice(start.length), 10))
      .filter((part) => part > 0);
    return Math.max(1, ...parts);
  }

  #removeOldest(current: string): void {
    const { folder, keep } = this.#options;
    const others = readdirSync(folder).filter((name) => NAME.test(name) && name !== current);
    for (const name of others.sort(inOrder).slice(0, Math.max(0, others.length + 1 - keep))) {
      try {
        rmSync(path.join(folder, name));
      } catch {
        // One file too many is no reason to stop logging.
      }
    }
  }

  #fail(error: unknown): void {
    this.#close();
    const isNew = this.#failure === null;
    this.#failure ??= { since: this.#options.now(), dropped: 0, reason: String(error) };
    setTimeout(() => this.#writeWaiting(), this.#options.retryMs).unref();
    if (isNew) this.#tell();
  }

  #close(): void {
    const file = this.#file;
    this.#file = null;
    if (!file) return;
    try {
      closeSync(file.descriptor);
    } catch {
      // There is nothing more that can be done to close it.
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #today(): string {
    return new Date(this.#options.now()).toISOString().slice(0, 10);
  }

  #recordOf({ since, dropped, reason }: { since: number; dropped: number; reason: string }): string {
    const msg = 'the log could not be written';
    const time = this.#options.now();
    return `${JSON.stringify({ level: WARN_LEVEL, time, part: 'log', since, dropped, reason, msg })}\n`;
  }
}

/** Whether the file is still where it was opened; it can be moved or removed while it is open. */
function isInItsPlace({ place, inode }: OpenFile): boolean {
  return statSync(place, { throwIfNoEntry: false })?.ino === inode;
}

/** Whether the last record in a file is incomplete, because of a full disk or a power cut. */
function isCutOff(descriptor: number, bytes: number): boolean {
  if (bytes === 0) return false;
  const last = Buffer.alloc(1);
  readSync(descriptor, last, 0, 1, bytes - 1);
  return last.toString() !== '\n';
}
