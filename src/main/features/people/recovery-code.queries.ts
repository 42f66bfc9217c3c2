import type { Connection, Tx } from '#main/platform/work/connections';

/** The store's recovery codes, of which the newest is the one that works until it is used. */
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

  /** Puts a code in the place of whatever code worked before. */
  replace(codeHash: string, now: number): void {
    this.#retire.run(now);
    this.#insert.run(codeHash, now);
  }
}
