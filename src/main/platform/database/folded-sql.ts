import type { Database as Handle } from 'better-sqlite3';
import { folded } from '#shared/kernel/search-text';

/** Lets the statements of a connection fold texts just as what is typed is folded; null stays null. */
export function addFolded(handle: Handle): void {
  handle.function('folded', { deterministic: true }, (text: unknown) =>
    typeof text === 'string' ? folded(text) : null,
  );
}

/**
 * The condition that a text, which is SQL, holds what was typed, which is bound folded as `@words`. Texts of ASCII alone,
 * which most are, are folded by SQLite itself, many times faster.
 */
export function mentions(text: string): string {
  return `instr(iif(octet_length(${text}) = length(${text}), lower(${text}), folded(${text})), @words) > 0`;
}
