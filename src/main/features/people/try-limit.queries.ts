import { nameOf } from '#main/platform/database/person-name';
import type { Connection, Tx } from '#main/platform/work/connections';
import type { SignInAlert } from '#shared/contract/people';

/** A failed attempt as it is stored. */
interface FailureRow {
  subject: string;
  accountId: number | null;
  now: number;
}

/** The failed attempts counted for a subject. */
interface FailureCount {
  failures: number;
  lastAt: number | null;
}

interface AlertRow {
  id: number;
  accountId: number | null;
  name: string;
  failures: number;
  raisedAt: number;
}

/**
 * Read access to failed attempts to prove one's identity, each stored with its subject, and to the alerts they raised.
 */
export class TryLimitReads {
  readonly #count;
  readonly #failuresOf;
  readonly #lastAlert;
  readonly #open;

  constructor(connection: Connection) {
    this.#count = connection.prepare<[string, number, number], FailureCount>(
      `SELECT count(*) AS failures, max(failed_at) AS lastAt FROM sign_in_failure
       WHERE subject = ? AND failed_at > ? AND failed_at <= ? AND counts = 1`,
    );
    this.#failuresOf = connection
      .prepare<[number, number], number>(
        'SELECT count(*) FROM sign_in_failure WHERE account_id = ? AND failed_at > ?',
      )
      .pluck();
    this.#lastAlert = connection
      .prepare<[number | null], number | null>(
        'SELECT max(raised_at) FROM sign_in_alert WHERE account_id IS ?',
      )
      .pluck();
    this.#open = connection.prepare<[], AlertRow>(
      `SELECT s.id, s.account_id AS accountId, ${nameOf('a')} AS name, s.failures,
         s.raised_at AS raisedAt
       FROM sign_in_alert s LEFT JOIN account a ON a.id = s.account_id
       WHERE s.dismissed_at IS NULL ORDER BY s.raised_at DESC, s.id DESC`,
    );
  }

  /** The number of failures counted for a subject after one instant, up to another. */
  count(subject: string, after: number, upTo: number): FailureCount {
    return this.#count.get(subject, after, upTo) ?? { failures: 0, lastAt: null };
  }

  /** All failures of an account after an instant, whether they still count or not. */
  failuresOf(accountId: number, after: number): number {
    return this.#failuresOf.get(accountId, after) ?? 0;
  }

  lastAlert(accountId: number | null): number | null {
    return this.#lastAlert.get(accountId) ?? null;
  }

  /** The alerts about many wrong attempts that are not dismissed, newest first. */
  openAlerts(): SignInAlert[] {
    return this.#open.all().map(({ accountId, name, ...alert }) => ({
      ...alert,
      person: accountId === null ? null : { id: accountId, name },
    }));
  }
}

export class TryLimitWrites {
  readonly #insert;
  readonly #clear;
  readonly #clearAccount;
  readonly #forget;
  readonly #raise;
  readonly #dismiss;

  constructor(tx: Tx) {
    this.#insert = tx.prepare<[FailureRow]>(
      'INSERT INTO sign_in_failure (subject, account_id, failed_at) VALUES (@subject, @accountId, @now)',
    );
    this.#clear = tx.prepare<[string]>(
      'UPDATE sign_in_failure SET counts = 0 WHERE subject = ? AND counts = 1',
    );
    this.#clearAccount = tx.prepare<[number]>(
      'UPDATE sign_in_failure SET counts = 0 WHERE account_id = ? AND counts = 1',
    );
    this.#forget = tx.prepare<[number]>('DELETE FROM sign_in_failure WHERE failed_at < ?');
    this.#raise = tx.prepare<[number | null, number, number]>(
      'INSERT INTO sign_in_alert (account_id, failures, raised_at) VALUES (?, ?, ?)',
    );
    this.#dismiss = tx.prepare<[number, number, number]>(
      'UPDATE sign_in_alert SET dismissed_at = ?, dismissed_by_id = ? WHERE id = ? AND dismissed_at IS NULL',
    );
  }

  insert(row: FailureRow): void {
    this.#insert.run(row);
  }

  clear(subject: string): void {
    this.#clear.run(subject);
  }

  clearAccount(accountId: number): void {
    this.#clearAccount.run(accountId);
  }

  forgetBefore(instant: number): void {
    this.#forget.run(instant);
  }

  raise(accountId: number | null, failures: number, now: number): void {
    this.#raise.run(accountId, failures, now);
  }

  /** @returns whether there was such an open alert. */
  dismiss(id: number, by: number, now: number): boolean {
    return this.#dismiss.run(now, by, id).changes > 0;
  }
}
