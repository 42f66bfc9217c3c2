import type { Handle } from '#main/platform/database/database';

/** The store's recovery codes, of which the newest is the one that works until it is used. */
export class RecoveryCodeQueries {
  readonly #retire;
  readonly #insert;
  readonly #usable;

  constructor(handle: Handle) {
    this.#retire = handle.prepare<[number]>('UPDATE recovery_code SET used_at = ? WHERE used_at IS NULL');
    this.#insert = handle.prepare<[string, number]>(
      'INSERT INTO recovery_code (code_hash, made_at) VALUES (?, ?)',
    );
    this.#usable = handle
      .prepare<[string], number>('SELECT 1 FROM recovery_code WHERE code_hash = ? AND used_at IS NULL')
      .pluck();
  }

  /** Puts a code in the place of whatever code worked before. */
  replace(codeHash: string, now: number): void {
    this.#retire.run(now);
    this.#insert.run(codeHash, now);
  }

  isUsable(codeHash: string): boolean {
    return this.#usable.get(codeHash) !== undefined;
  }
}
