import { statSync } from 'node:fs';
import type { Database as Handle } from 'better-sqlite3';
import { hasSqliteCode } from './store-file-error';

/** A larger file is looked through in the background: this much takes 0.1 to 0.2 s at a start. */
export const CHECKED_BEFORE_OPENING_BYTES = 32 * 1024 * 1024;

/**
 * Whether damage was found in the file of an open store. It never goes away by itself: only another file in its place,
 * at the next start, does away with it.
 */
export class Damage {
  readonly #listeners = new Set<() => void>();
  #found = false;

  get found(): boolean {
    return this.#found;
  }

  /**
   * Notes that the file is damaged where an error says so.
   * @returns whether it does
   */
  noteIn(error: unknown): boolean {
    if (!saysDamaged(error)) return false;
    this.note();
    return true;
  }

  /** Notes that the file is damaged. */
  note(): void {
    if (this.#found) return;
    this.#found = true;
    for (const listener of this.#listeners) listener();
  }

  /** Calls a listener, which must not throw, when damage is found first; returns how to stop that. */
  onFound(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** Whether SQLite said that the file is damaged, or is no longer a database. */
function saysDamaged(error: unknown): boolean {
  return hasSqliteCode(error, (code) => /^SQLITE_(CORRUPT|NOTADB)/.test(code));
}

/** Whether the store was last closed in good order: SQLite then removes the file of what was written last. */
export function wasClosed(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0;
}

/**
 * Looks through the tables of a file and their indexes (https://sqlite.org/pragma.html#pragma_quick_check), but not
 * through the meaning of the search index, which takes most of the time of a whole check and can be rebuilt.
 * @returns what is wrong first; undefined where nothing is
 * @throws an error of SQLite where it cannot be read at all
 */
export function firstDamage(handle: Handle): string | undefined {
  // A virtual table has no page of its own; the tables that keep what is in it are looked through like all others.
  const tables = handle
    .prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0`)
    .pluck()
    .all();
  for (const table of ['sqlite_schema', ...tables]) {
    const found = handle.pragma(`quick_check('${table.replaceAll("'", "''")}')`, { simple: true });
    if (found !== 'ok') return String(found);
  }
  return undefined;
}
