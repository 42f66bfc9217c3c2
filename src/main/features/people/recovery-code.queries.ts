import type { Connection, Tx } from '#main/platform/work/connections';

/** The store's recovery codes; only the newest is valid, until it is used. */
export class RecoveryCodeReads {
  readonly #usable;

  constructor(connection: Connection) {
    this.#usable = connection
      .prepare<[string], number>('SELECT 1 FROM recovery_code WHERE code_hash = ? AND used_at IS NULL')
      .pluck();
  }

  isUsable(codeHash: string): boolean {
    return this.#usable.get(codeHash) !== undefined;
  }
}

export class RecoveryCodeWrites {
  readonly #retire;
  readonly #insert;

  constructor(tx: Tx) {
    this.#retire = tx.prepare<[number]>('UPDATE recovery_code SET used_at = ? WHERE used_at IS NULL');
    this.#insert = tx.prepare<[string, number]>(
      'INSERT INTO recovery_code (code_hash, made_at) VALUES (?, ?)',
    );
  }

  /** Replaces the code that was valid before. */
  replace(codeHash: string, now: number): void {
    this.#retire.run(now);
    this.#insert.run(codeHash, now);
  }
}
