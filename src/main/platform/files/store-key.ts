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
 * A store's own key, in a file beside its database and never in it: a person who steals only the database can neither
 * guess a PIN nor forge a record. Each purpose has its own derived key (HKDF, RFC 5869).
 */
export class StoreKey {
  readonly #key: Buffer;

  private constructor(
    key: Buffer,
    /** Path of the key file. */
    readonly file: string,
    /** Whether there was no key yet, so that this one was created. */
    readonly isNew: boolean,
  ) {
    this.#key = key;
  }

  /**
   * Reads the key of the store in a folder, or creates one if there is none. A store that lost its key gets a new one:
   * PINs must be set again, passwords still work.
   * @throws StoreFileError when the file is not a valid key, or cannot be read or created.
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

  /** Derives the key for a purpose, with the given number of bytes; always the same for the same arguments. */
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

/** Writes a new key to a temporary file and renames it: a power cut leaves the whole key or none. */
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
