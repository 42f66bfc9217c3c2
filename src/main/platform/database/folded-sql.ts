import type { Database as Handle } from 'better-sqlite3';
import { folded } from '#shared/kernel/search-text';

/** Adds the SQL function `folded` to a connection, which folds texts like typed searches; null stays null. */
export function addFolded(handle: Handle): void {
  handle.function('folded', { deterministic: true }, (text: unknown) =>
    typeof text === 'string' ? folded(text) : null,
  );
}

/**
 * The condition that a text (an SQL expression) contains the typed words, which are bound, already folded, as `@words`.
 * SQLite itself folds texts that are only ASCII, as most are, which is many times faster.
 */
export function mentions(text: string): string {
  return `instr(iif(octet_length(${text}) = length(${text}), lower(${text}), folded(${text})), @words) > 0`;
}
