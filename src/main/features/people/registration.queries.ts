import type { Connection, Tx } from '#main/platform/work/connections';
import type { Registration } from '#shared/contract/people';

export interface RegistrationRow extends Omit<Registration, 'email'> {
  email: string | null;
  passwordHash: string;
  decidedAt: number | null;
}

type NewRegistration = Omit<RegistrationRow, 'id' | 'decidedAt'>;

interface Decision {
  id: number;
  decision: 'approved' | 'refused';
  accountId: number | null;
  by: number;
  now: number;
}

const COLUMNS = `id, username, email, first_name AS firstName, last_name AS lastName, department,
  password_hash AS passwordHash, requested_at AS requestedAt, decided_at AS decidedAt`;

/** Read access to requests for accounts, open and decided. */
export class RegistrationReads {
  readonly #byId;
  readonly #open;

  constructor(connection: Connection) {
    this.#byId = connection.prepare<[number], RegistrationRow>(
      `SELECT ${COLUMNS} FROM registration WHERE id = ?`,
    );
    this.#open = connection.prepare<[], RegistrationRow>(
      `SELECT ${COLUMNS} FROM registration WHERE decided_at IS NULL ORDER BY requested_at, id`,
    );
  }

  byId(id: number): RegistrationRow | undefined {
    return this.#byId.get(id);
  }

  /** The undecided requests, oldest first. */
  open(): RegistrationRow[] {
    return this.#open.all();
  }
}

export class RegistrationWrites {
  readonly #insert;
  readonly #decide;

  constructor(tx: Tx) {
    this.#insert = tx.prepare<[NewRegistration]>(
      `INSERT INTO registration (username, email, first_name, last_name, department, password_hash, requested_at)
       VALUES (@username, @email, @firstName, @lastName, @department, @passwordHash, @requestedAt)`,
    );
    this.#decide = tx.prepare<[Decision]>(
      `UPDATE registration SET decided_at = @now, decided_by_id = @by, decision = @decision,
         account_id = @accountId, password_hash = '' WHERE id = @id`,
    );
  }

  /** @returns the new request's id. */
  insert(row: NewRegistration): number {
    return Number(this.#insert.run(row).lastInsertRowid);
  }

  /** Closes a request and clears its password hash, which the account now has or nobody needs. */
  decide(decision: Decision): void {
    this.#decide.run(decision);
  }
}
