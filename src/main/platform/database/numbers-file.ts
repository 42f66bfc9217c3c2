import {
  closeSync,
  fdatasyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { LogHead } from '#main/platform/log/log-head';
import { NUMBERS_FILE } from './missing-store';
import { asStoreFileError } from './why-not-opened';

/** More than any shop issues; a higher number was not written by Tillroom. */
const MOST = 999_999_999;
/** A disk writes a sector completely or not at all. */
const SECTOR_BYTES = 512;

/** Why the content of the file is not used. */
type Ignored = 'unreadable' | 'of another store';

/** The content of the file: the UUID of its store, the highest number of each series, the newest entry of the log. */
interface Content {
  store: string;
  highest: Record<string, number>;
  log?: LogHead | undefined;
}

/**
 * The highest number ever issued in each series, in a small JSON file beside the store. It still knows the numbers when
 * the store loses its last changes or is replaced by an older file. Each write replaces the whole content in place, in
 * whole sectors: as long as it fits into one sector, neither the end of the process nor a power cut leaves a broken
 * file. It is not synced with each write, which would cost as much as the commit, but at checkpoints and on closing.
 */
export class NumbersFile {
  /** Why the content of an existing file is not used; null if it is used or there was no file. */
  readonly ignored: Ignored | null = null;
  readonly #store: string;
  readonly #highest: Map<string, number>;
  #head: LogHead | undefined;
  readonly #descriptor: number;
  #isSynced = true;

  private constructor(descriptor: number, store: string, found: Content | null) {
    this.#descriptor = descriptor;
    this.#store = store;
    const isOwn = found?.store === store;
    this.#highest = new Map(isOwn ? Object.entries(found.highest) : []);
    this.#head = isOwn ? found.log : undefined;
    if (!isOwn) this.ignored = found ? 'of another store' : 'unreadable';
  }

  /**
   * Opens the file of a data folder, or creates it.
   * @param store the UUID of the store in that folder; the numbers of another store are ignored
   * @throws StoreFileError when it cannot be read or written.
   */
  static open(folder: string, store: string): NumbersFile {
    const file = path.join(folder, NUMBERS_FILE);
    try {
      const text = readIfThere(file);
      const nothing: Content = { store, highest: {} };
      if (text === undefined) make(file, nothing);
      const numbers = new NumbersFile(
        openSync(file, 'r+'),
        store,
        text === undefined ? nothing : parse(text),
      );
      // Unused content may be longer than the new content.
      if (numbers.ignored !== null) ftruncateSync(numbers.#descriptor);
      return numbers;
    } catch (error) {
      throw asStoreFileError(error, file);
    }
  }

  /** The newest log entry of a store according to the file of a data folder; null for none. */
  static headIn(folder: string, store: string): LogHead | null {
    const text = readIfThere(path.join(folder, NUMBERS_FILE));
    const found = text === undefined ? null : parse(text);
    return found?.store === store ? (found.log ?? null) : null;
  }

  /** The highest number issued in each series. */
  get highest(): ReadonlyMap<string, number> {
    return this.#highest;
  }

  /** Raises the highest number of some series; lower ones are ignored. @throws an error of the file system */
  raise(numbers: Iterable<readonly [string, number]>): void {
    for (const [series, number] of numbers) {
      if (number > (this.#highest.get(series) ?? 0)) this.#highest.set(series, number);
    }
    this.#write();
  }

  /** The newest entry of the log; null before the first. */
  get head(): LogHead | null {
    return this.#head ?? null;
  }

  /** Stores the newest entry of the log, replacing the previous one. @throws an error of the file system */
  keepHead(head: LogHead): void {
    this.#head = head;
    this.#write();
  }

  #write(): void {
    const highest = Object.fromEntries(this.#highest);
    const content = bytesOf({ store: this.#store, highest, log: this.#head });
    writeSync(this.#descriptor, content, 0, content.length, 0);
    this.#isSynced = false;
  }

  /** Makes what was written durable. @throws an error of the file system */
  sync(): void {
    if (this.#isSynced) return;
    fdatasyncSync(this.#descriptor);
    this.#isSynced = true;
  }

  /** @throws an error of the file system */
  close(): void {
    try {
      this.sync();
    } finally {
      closeSync(this.#descriptor);
    }
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Creates the file completely or not at all. */
function make(file: string, content: Content): void {
  const unfinished = `${file}.new`;
  const descriptor = openSync(unfinished, 'w', 0o600);
  try {
    writeSync(descriptor, bytesOf(content));
    fdatasyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(unfinished, file);
}

/** Pads the content to whole sectors, so that the file keeps its size and a shorter text overwrites a longer one. */
function bytesOf(content: Content): Buffer {
  const text = Buffer.from(JSON.stringify(content));
  const size = Math.ceil((text.length + 1) / SECTOR_BYTES) * SECTOR_BYTES;
  const bytes = Buffer.alloc(size, ' ');
  text.copy(bytes);
  bytes.write('\n', size - 1);
  return bytes;
}

const contentSchema = z.object({
  store: z.string(),
  highest: z.record(z.string(), z.int().min(0).max(MOST)),
  log: z.object({ id: z.int().min(1), hash: z.string().regex(/^[\da-f]{64}$/) }).optional(),
});

/** Null for anything but valid content. */
function parse(text: string): Content | null {
  try {
    return contentSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
