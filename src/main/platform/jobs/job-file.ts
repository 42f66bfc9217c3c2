import { closeSync, fstatSync, fsync, openSync, readSync, rmSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { promisify } from 'node:util';

/** How much of a file one answer contains, in bytes. */
const PIECE_BYTES = 1024 * 1024;

const sync = promisify(fsync);

/** The file of a job that has ended: what a window saves it as, and its size. */
export interface StoredFile {
  fileName: string;
  mediaType: string;
  bytes: number;
}

/** The file that a reading thread writes for a job, in parts, so that it is never in memory as a whole. */
export class JobFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly place: string;
  readonly #descriptor: number;
  #isOpen = true;

  /** Creates it, empty. @param place its path; only the program's own account can read the file. */
  constructor(fileName: string, mediaType: string, place: string) {
    this.fileName = fileName;
    this.mediaType = mediaType;
    this.place = place;
    this.#descriptor = openSync(place, 'w', 0o600);
  }

  /** Ends the file: when it returns, all of it is on disk. */
  async finish(): Promise<StoredFile> {
    await sync(this.#descriptor);
    const { size: bytes } = fstatSync(this.#descriptor);
    this.#close();
    return { fileName: this.fileName, mediaType: this.mediaType, bytes };
  }

  /** Closes the file and removes it. */
  remove(): void {
    this.#close();
    rmSync(this.place, { force: true });
  }

  #close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    closeSync(this.#descriptor);
  }
}

/** The text of a file from an offset in bytes on, with the offset of the next part; null at the end. */
export function readPart(place: string, offset: number): { text: string; nextOffset: number | null } {
  const descriptor = openSync(place, 'r');
  try {
    const bytes = Buffer.alloc(PIECE_BYTES);
    const length = readSync(descriptor, bytes, 0, PIECE_BYTES, offset);
    // A character that is split by the end of a part belongs to the next part.
    const text = new StringDecoder('utf8').write(bytes.subarray(0, length));
    return { text, nextOffset: length < PIECE_BYTES ? null : offset + Buffer.byteLength(text) };
  } finally {
    closeSync(descriptor);
  }
}
