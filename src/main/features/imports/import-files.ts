import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { IMPORT_LIMIT_BYTES } from '#shared/contract/imports';
import { refuse } from '#shared/contract/refusals';
import type { Ctx } from '../../ctx';

interface KeptFile {
  accountId: number;
  fileName: string;
  place: string;
  sizeBytes: number;
  receivedBytes: number;
  /** Rows below the heading, once they were counted. */
  rows: number | null;
}

/** A file that is here whole. */
export interface WholeFile {
  fileName: string;
  place: string;
  rows: number | null;
}

/**
 * Files on their way into the catalogue: each person has at most one, in a folder of the store that is
 * emptied at every start, since nobody goes on with a file of yesterday.
 */
export class ImportFiles {
  readonly #folder: string;
  readonly #files = new Map<string, KeptFile>();

  constructor(storeFolder: string) {
    this.#folder = path.join(storeFolder, 'imports');
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Makes room for a file; the one that the person had is given up. @throws FILE_TOO_LARGE, FILE_EMPTY */
  begin(ctx: Ctx, fileName: string, sizeBytes: number): string {
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
    });
    return fileId;
  }

  /**
   * Adds a part at the end; one that is here already is passed over.
   * @returns how many bytes are here now
   * @throws FILE_TOO_LARGE for more than was announced, INPUT_INVALID for a part that leaves a gap
   */
  append(ctx: Ctx, fileId: string, offset: number, bytes: Buffer): number {
    const file = this.#of(ctx, fileId);
    if (offset > file.receivedBytes) throw incomplete();
    if (offset < file.receivedBytes) return file.receivedBytes;
    if (offset + bytes.length > file.sizeBytes)
      throw refuse('FILE_TOO_LARGE', { limitBytes: file.sizeBytes });
    appendFileSync(file.place, bytes, { mode: 0o600 });
    file.receivedBytes += bytes.length;
    return file.receivedBytes;
  }

  /** A file of which nothing is missing. @throws NOT_FOUND, INPUT_INVALID while it is not here whole */
  whole(ctx: Ctx, fileId: string): WholeFile {
    const { sizeBytes, receivedBytes, ...file } = this.#of(ctx, fileId);
    if (receivedBytes < sizeBytes) throw incomplete();
    return file;
  }

  /** Keeps how many rows a file was found to have. */
  noteRows(ctx: Ctx, fileId: string, rows: number): void {
    this.#of(ctx, fileId).rows = rows;
  }

  /** Hands a file over to whoever imports it and removes it then. */
  take(fileId: string): void {
    this.#files.delete(fileId);
  }

  /** Removes a file that nobody imports. */
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
    if (file) rmSync(file.place, { force: true });
    this.#files.delete(fileId);
  }
}

function incomplete() {
  return refuse('INPUT_INVALID', { issues: [{ field: 'offset', message: 'a part of the file is missing' }] });
}
