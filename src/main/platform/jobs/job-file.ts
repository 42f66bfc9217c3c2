import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/** How much of a file one answer contains, in bytes. */
const PIECE_BYTES = 1024 * 1024;

/** The file that a job writes and a window fetches, both in parts, so that it is never in memory as a whole. */
export class JobFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly #place: string;
  readonly #descriptor: number;

  /** @param place its path; only the program's own account can read the file. */
  constructor(fileName: string, mediaType: string, place: string) {
    this.fileName = fileName;
    this.mediaType = mediaType;
    this.#place = place;
    this.#descriptor = openSync(place, 'w+', 0o600);
  }

  /** Appends text. */
  write(text: string): void {
    const bytes = Buffer.from(text);
    for (let written = 0; written < bytes.length; ) {
      written += writeSync(this.#descriptor, bytes, written);
    }
  }

  /** The text from an offset in bytes on, with the offset of the next part; null at the end. */
  read(offset: number): { text: string; nextOffset: number | null } {
    const bytes = Buffer.alloc(PIECE_BYTES);
    const length = readSync(this.#descriptor, bytes, 0, PIECE_BYTES, offset);
    // A character that is split by the end of a part belongs to the next part.
    const text = new StringDecoder('utf8').write(bytes.subarray(0, length));
    return { text, nextOffset: length < PIECE_BYTES ? null : offset + Buffer.byteLength(text) };
  }

  /** Closes the file and removes it. */
  remove(): void {
    closeSync(this.#descriptor);
    rmSync(this.#place, { force: true });
  }
}
