import { statSync } from 'node:fs';
import type { AnyConnection } from '#main/platform/work/connections';
import { hasSqliteCode } from './store-file-error';

/** A larger file is checked in the background instead of at the start: this size takes 0.1 to 0.2 s. */
export const CHECKED_BEFORE_OPENING_BYTES = 32 * 1024 * 1024;

/**
 * Whether damage was found in the file of an open store. Once found it stays until the file is replaced and the program
 * is started again.
 */
export class Damage {
  readonly #listeners = new Set<() => void>();
  #found = false;

  get found(): boolean {
    return this.#found;
  }

  /**
   * Records damage if the error reports that the file is damaged.
   * @returns whether it does
   */
  noteIn(error: unknown): boolean {
    if (!saysDamaged(error)) return false;
    this.note();
    return true;
  }

  /** Records that the file is damaged. */
  note(): void {
    if (this.#found) return;
    this.#found = true;
    for (const listener of this.#listeners) listener();
  }

  /** Calls a listener, which must not throw, when damage is first found; returns a function that stops it. */
  onFound(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** Whether SQLite reported that the file is damaged or is no longer a database. */
export function saysDamaged(error: unknown): boolean {
  return hasSqliteCode(error, (code) => /^SQLITE_(CORRUPT|NOTADB)/.test(code));
}

/** Whether the store was last closed properly: SQLite then removes its write-ahead log. */
export function wasClosed(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0;
}

/**
 * Checks the tables of a file and their indexes (https://sqlite.org/pragma.html#pragma_quick_check), but not the
 * content of the search index, which takes most of the time of a full check and can be rebuilt.
 * @param signal stops it before the next table
 * @returns the first damage; undefined if there is none
 * @throws an error of SQLite if the file cannot be read at all
 */
export function firstDamage(
  handle: AnyConnection,
  signal?: Pick<AbortSignal, 'throwIfAborted'>,
): string | undefined {
  // A virtual table has no page of its own; its shadow tables are checked like all others.
  const tables = handle
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0`)
    .pluck()
    .all();
  for (const table of ['sqlite_schema', ...tables]) {
    signal?.throwIfAborted();
    const found = handle.pragma(`quick_check('${table.replaceAll("'", "''")}')`, { simple: true });
    if (found !== 'ok') return String(found);
  }
  return undefined;
}
