import { hkdfSync, randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { StoreFileError } from '#main/platform/database/store-file-error';
import { asStoreFileError } from '#main/platform/database/why-not-opened';

const KEY_BYTES = 32;
const OWNER_ONLY = 0o600;

/**
 * A store's own key, in a file beside its database and never in it: who steals the database alone can
 * neither guess a PIN nor seal a forged record. Each use derives a key of its own (HKDF, RFC 5869).
 */
export class StoreKey {
  readonly #key: Buffer;

  private constructor(
    key: Buffer,
    /** The file that it is in. */
    readonly file: string,
    /** Whether there was no key yet, so that this one was made. */
    readonly isNew: boolean,
  ) {
    this.#key = key;
  }

  /**
   * Reads the key of the store in a folder, and makes one where there is none yet. A store that lost its
   * key gets a new one: PINs have to be set again, passwords go on.
   * @throws StoreFileError when the file is there and is no key, or cannot be read or made.
   */
  static open(folder: string): StoreKey {
    const file = path.join(folder, 'store.key');
    const found = read(file);
    const key = found ?? make(file);
    if (key.length !== KEY_BYTES) {
      throw new StoreFileError(
        `The key in ${file} is damaged. Put back the copy that was kept with your backups.`,
        { problem: 'DAMAGED' },
      );
    }
    return new StoreKey(key, file, found === undefined);
  }

  /** The key for one purpose, of that many bytes; the same each time. */
  derive(purpose: string, bytes: number): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#key, '', `tillroom ${purpose}`, bytes));
  }
}

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw asStoreFileError(error, file);
  }
}

function make(file: string): Buffer {
  try {
    return write(file, randomBytes(KEY_BYTES));
  } catch (error) {
    throw asStoreFileError(error, file);
  }
}

/** Writes a new key beside its place and moves it there whole: a power cut leaves all of it or none. */
function write(file: string, key: Buffer): Buffer {
  mkdirSync(path.dirname(file), { recursive: true });
  const unfinished = `${file}.new`;
  rmSync(unfinished, { force: true });
  const descriptor = openSync(unfinished, 'wx', OWNER_ONLY);
  try {
    writeSync(descriptor, key);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  renameSync(unfinished, file);
  return key;
}
