import type { Handle } from '#main/platform/database/database';
import type { Registration } from '#shared/contract/people';

export interface RegistrationRow extends Omit<Registration, 'email'> {
  email: string | null;
  passwordHash: string;
  decidedAt: number | null;
}

type NewRegistration = Omit<RegistrationRow, 'id' | 'decidedAt'>;

export interface Decision {
  id: number;
  decision: 'approved' | 'refused';
  accountId: number | null;
  by: number;
  now: number;
}

const COLUMNS = `id, username, email, first_name AS firstName, last_name AS lastName, department,
  password_hash AS passwordHash, requested_at AS requestedAt, decided_at AS decidedAt`;

/** Requests for accounts, open and decided. */
export class RegistrationQueries {
  readonly #handle: Handle;

  constructor(handle: Handle) {
    this.#handle = handle;
  }

  byId(id: number): RegistrationRow | undefined {
    return this.#handle
      .prepare<[number], RegistrationRow>(`SELECT ${COLUMNS} FROM registration WHERE id = ?`)
      .get(id);
  }

  /** Those nobody has decided, oldest first. */
  open(): RegistrationRow[] {
    return this.#handle
      .prepare<[], RegistrationRow>(
        `SELECT ${COLUMNS} FROM registration WHERE decided_at IS NULL ORDER BY requested_at, id`,
      )
      .all();
  }

  /** @returns the new request's id. */
  insert(row: NewRegistration): number {
    const { lastInsertRowid } = this.#handle
      .prepare<[NewRegistration]>(
        `INSERT INTO registration (username, email, first_name, last_name, department, password_hash, requested_at)
         VALUES (@username, @email, @firstName, @lastName, @department, @passwordHash, @requestedAt)`,
      )
      .run(row);
    return Number(lastInsertRowid);
  }

  /** Closes a request; the account has the password's hash now, or nobody needs it. */
  decide(decision: Decision): void {
    this.#handle
      .prepare<[Decision]>(
        `UPDATE registration SET decided_at = @now, decided_by_id = @by, decision = @decision,
           account_id = @accountId, password_hash = '' WHERE id = @id`,
      )
      .run(decision);
  }
}
