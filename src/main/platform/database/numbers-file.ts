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
import { NUMBERS_FILE } from './missing-store';
import { asStoreFileError } from './why-not-opened';

/** More than any shop gives; a higher one was written by somebody else. */
const MOST = 999_999_999;
/** A disk writes a sector whole or not at all. */
const SECTOR_BYTES = 512;

/**
 * The highest number ever given of each series, in a small JSON file beside the store: what is lost with the store's
 * last changes, or by putting an older file in its place, is still known here. Each write replaces the whole content in
 * place, in whole sectors: as long as it fits into one, neither the end of the process nor a power cut leaves a broken file. It
 * is not synced then, which would cost as much as the commit itself, but at checkpoints and when the store is closed.
 */
export class NumbersFile {
  /** Whether there was a file that could not be read, which is then ignored. */
  readonly wasUnreadable: boolean;
  readonly #highest: Map<string, number>;
  readonly #descriptor: number;
  #isSynced = true;

  private constructor(descriptor: number, highest: Map<string, number> | null) {
    this.#descriptor = descriptor;
    this.wasUnreadable = highest === null;
    this.#highest = highest ?? new Map();
  }

  /** Opens the file of a data folder, or makes it. @throws StoreFileError when it cannot be read or written. */
  static open(folder: string): NumbersFile {
    const file = path.join(folder, NUMBERS_FILE);
    try {
      const text = readIfThere(file);
      if (text === undefined) make(file);
      const highest = text === undefined ? new Map<string, number>() : parse(text);
      const descriptor = openSync(file, 'r+');
      // What cannot be read may be longer than what is written over it.
      if (highest === null) ftruncateSync(descriptor);
      return new NumbersFile(descriptor, highest);
    } catch (error) {
      throw asStoreFileError(error, file);
    }
  }

  /** The highest number given of each series. */
  get highest(): ReadonlyMap<string, number> {
    return this.#highest;
  }

  /** Raises the highest number of some series; lower ones are ignored. @throws an error of the file system */
  raise(numbers: Iterable<readonly [string, number]>): void {
    for (const [series, number] of numbers) {
      if (number > (this.#highest.get(series) ?? 0)) this.#highest.set(series, number);
    }
    const content = contentOf(this.#highest);
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

/** Makes the file whole or not at all. */
function make(file: string): void {
  const unfinished = `${file}.new`;
  const descriptor = openSync(unfinished, 'w', 0o600);
  try {
    writeSync(descriptor, contentOf(new Map()));
    fdatasyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(unfinished, file);
}

/** Padded to whole sectors, so that the file keeps its size and a shorter text leaves nothing of a longer one. */
function contentOf(highest: ReadonlyMap<string, number>): Buffer {
  const text = Buffer.from(JSON.stringify(Object.fromEntries(highest)));
  const bytes = Math.ceil((text.length + 1) / SECTOR_BYTES) * SECTOR_BYTES;
  const content = Buffer.alloc(bytes, ' ');
  text.copy(content);
  content.write('\n', bytes - 1);
  return content;
}

/** Null for anything but numbers by series. */
function parse(text: string): Map<string, number> | null {
  try {
    const entries = Object.entries(JSON.parse(text) as Record<string, unknown>);
    const isRight = entries.every(
      ([, number]) => Number.isSafeInteger(number) && (number as number) >= 0 && (number as number) <= MOST,
    );
    return isRight ? new Map(entries as [string, number][]) : null;
  } catch {
    return null;
  }
}
