import { randomUUID } from 'node:crypto';
import { closeSync, constants, ftruncateSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { Ctx } from '#main/platform/ctx';
import { IMPORT_LIMIT_BYTES } from '#shared/contract/imports';
import { refuse } from '#shared/contract/refusals';

interface KeptFile {
  accountId: number;
  fileName: string;
  place: string;
  sizeBytes: number;
  receivedBytes: number;
  /** The number of rows below the heading, once counted. */
  rows: number | null;
  /** The number of calls reading it; it is removed when the last one is done. */
  readers: number;
}

/** A file that is completely uploaded. */
export interface WholeFile {
  fileName: string;
  place: string;
  rows: number | null;
}

/**
 * Uploaded files before their import: each person has at most one, in a folder of the store that is emptied at every
 * start, since uploads do not continue after a restart.
 */
export class ImportFiles {
  readonly #folder: string;
  readonly #files = new Map<string, KeptFile>();
  /** Files that an import has taken over while a call was reading them. */
  readonly #taken = new Set<string>();

  constructor(storeFolder: string) {
    this.#folder = path.join(storeFolder, 'imports');
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Prepares the upload of a file and discards the person's previous one. @throws FILE_TOO_LARGE, FILE_EMPTY */
  startUpload(ctx: Ctx, fileName: string, sizeBytes: number): string {
    if (sizeBytes > IMPORT_LIMIT_BYTES) throw refuse('FILE_TOO_LARGE', { limitBytes: IMPORT_LIMIT_BYTES });
    if (sizeBytes === 0) throw refuse('FILE_EMPTY', {});
    for (const [id, { accountId }] of this.#files) if (accountId === ctx.account.id) this.#forget(id);
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const fileId = randomUUID();
    const place = path.join(this.#folder, fileId);
    this.#files.set(fileId, {
      accountId: ctx.account.id,
      fileName,
      place,
      sizeBytes,
      receivedBytes: 0,
      rows: null,
      readers: 0,
    });
    return fileId;
  }

  /**
   * Writes a part at its offset; a part that is already written is skipped, and the rest of a failed attempt is
   * replaced.
   * @returns the number of bytes received so far
   * @throws FILE_TOO_LARGE for more than was announced, INPUT_INVALID for a part that leaves a gap
   */
  append(ctx: Ctx, fileId: string, offset: number, bytes: Uint8Array): number {
    const file = this.#of(ctx, fileId);
    if (offset > file.receivedBytes) throw incomplete();
    if (offset < file.receivedBytes) return file.receivedBytes;
    if (offset + bytes.length > file.sizeBytes)
      throw refuse('FILE_TOO_LARGE', { limitBytes: file.sizeBytes });
    writeAt(file.place, offset, bytes);
    file.receivedBytes += bytes.length;
    return file.receivedBytes;
  }

  /** A complete file. @throws NOT_FOUND, INPUT_INVALID while it is incomplete */
  whole(ctx: Ctx, fileId: string): WholeFile {
    const { sizeBytes, receivedBytes, ...file } = this.#of(ctx, fileId);
    if (receivedBytes < sizeBytes) throw incomplete();
    return file;
  }

  /**
   * Runs work that reads a complete file, and keeps the file until the work is done, even if the person uploads
   * another.
   * @throws NOT_FOUND, INPUT_INVALID while it is incomplete, and what the work throws
   */
  async reading<T>(ctx: Ctx, fileId: string, work: (file: WholeFile) => Promise<T>): Promise<T> {
    const whole = this.whole(ctx, fileId);
    const file = this.#of(ctx, fileId);
    file.readers += 1;
    try {
      return await work(whole);
    } finally {
      file.readers -= 1;
      this.#removeUnused(fileId, file);
    }
  }

  /** Stores the number of rows found in a file. */
  noteRows(ctx: Ctx, fileId: string, rows: number): void {
    this.#of(ctx, fileId).rows = rows;
  }

  /** Passes a file that is being read to its import, which removes it at the end. */
  take(fileId: string): void {
    this.#taken.add(fileId);
    this.#files.delete(fileId);
  }

  /** Removes a file that will not be imported. */
  discard(ctx: Ctx, fileId: string): void {
    if (this.#files.get(fileId)?.accountId === ctx.account.id) this.#forget(fileId);
  }

  /** Removes all files. */
  close(): void {
    this.#files.clear();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #of(ctx: Ctx, fileId: string): KeptFile {
    const file = this.#files.get(fileId);
    if (file?.accountId !== ctx.account.id) throw refuse('NOT_FOUND', { what: 'file' });
    return file;
  }

  #forget(fileId: string): void {
    const file = this.#files.get(fileId);
    this.#files.delete(fileId);
    if (file) this.#removeUnused(fileId, file);
  }

  #removeUnused(fileId: string, { place, readers }: KeptFile): void {
    if (readers > 0 || this.#files.has(fileId)) return;
    if (!this.#taken.delete(fileId)) rmSync(place, { force: true });
  }
}

/** Writes bytes at an offset and truncates the file after them. */
function writeAt(place: string, offset: number, bytes: Uint8Array): void {
  const file = openSync(place, constants.O_RDWR | constants.O_CREAT, 0o600);
  try {
    ftruncateSync(file, offset);
    let written = 0;
    while (written < bytes.length) {
      written += writeSync(file, bytes, written, bytes.length - written, offset + written);
    }
  } finally {
    closeSync(file);
  }
}

function incomplete() {
  return refuse('INPUT_INVALID', { issues: [{ field: 'offset', message: 'a part of the file is missing' }] });
}
