import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/** How much of a file goes over in one answer, in bytes. */
const PIECE_BYTES = 1024 * 1024;

/** The file that a job writes, piece by piece so that it never has to be in memory, and that a window fetches. */
export class JobFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly #place: string;
  readonly #descriptor: number;

  /** @param place where on the disk; only the program's own account may read there. */
  constructor(fileName: string, mediaType: string, place: string) {
    this.fileName = fileName;
    this.mediaType = mediaType;
    this.#place = place;
    this.#descriptor = openSync(place, 'w+', 0o600);
  }

  /** Adds text at the end. */
  write(text: string): void {
    const bytes = Buffer.from(text);
    for (let written = 0; written < bytes.length; ) {
      written += writeSync(this.#descriptor, bytes, written);
    }
  }

  /** The text from an offset in bytes on, with the offset of what follows; null when nothing does. */
  read(offset: number): { text: string; nextOffset: number | null } {
    const bytes = Buffer.alloc(PIECE_BYTES);
    const length = readSync(this.#descriptor, bytes, 0, PIECE_BYTES, offset);
    // A character that is cut in two by the end of a piece goes with the next one.
    const text = new StringDecoder('utf8').write(bytes.subarray(0, length));
    return { text, nextOffset: length < PIECE_BYTES ? null : offset + Buffer.byteLength(text) };
  }

  /** Closes the file and removes it. */
  remove(): void {
    closeSync(this.#descriptor);
    rmSync(this.#place, { force: true });
  }
}
