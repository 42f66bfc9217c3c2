import { mentions } from '#main/platform/database/folded-sql';
import { nameOf } from '#main/platform/database/person-name';
import { ListQuery } from '#main/platform/lists/list-query';
import type { Connection, Reader, Tx } from '#main/platform/work/connections';
import type { Person, Role } from '#shared/contract/common';
import { folded } from '#shared/kernel/search-text';
import type { AccountEntity } from './account.entity';

const COLUMNS = `id, username, email, first_name AS firstName, last_name AS lastName, role, department,
  password_hash AS passwordHash, pin_hash AS pinHash, pin_digits AS pinDigits, party_id AS partyId,
  active, deleted_at AS deletedAt, created_at AS createdAt, created_by_id AS createdById, changed_at AS changedAt,
  changed_by_id AS changedById, version`;

type NewAccountRow = Pick<
  AccountEntity,
  | 'username'
  | 'email'
  | 'firstName'
  | 'lastName'
  | 'role'
  | 'department'
  | 'passwordHash'
  | 'pinHash'
  | 'pinDigits'
  | 'partyId'
> & { by: number | null; now: number };

/** The names of an account. */
interface AccountNames extends Person {
  username: string;
  /** 1 for someone who works here, 0 for customers and deleted accounts. */
  worksHere: 0 | 1;
}

/** Which accounts to list. */
interface AccountFilter {
  /** Any part of a name, username or email. */
  search: string;
  /** The roles that the signed-in person may see, narrowed to the requested one. */
  roles: readonly Role[];
  /** An account to list whatever its role: the signed-in person's own. */
  ownId: number | null;
  /** Whether to list only deleted accounts or only the others. */
  deleted: boolean;
}

/** Accounts by name. */
export function accountList(reader: Reader): ListQuery<AccountFilter, AccountEntity> {
  return new ListQuery(reader, {
    select: `SELECT ${COLUMNS} FROM account`,
    from: 'FROM account',
    order: 'first_name COLLATE NOCASE, last_name COLLATE NOCASE, id',
    conditions: ({ search }) => [
      '(role IN (SELECT value FROM json_each(@roles)) OR id IS @ownId)',
      '(deleted_at IS NOT NULL) = CAST(@deleted AS INTEGER)',
      search !== '' &&
        `(${mentions("first_name || ' ' || last_name")} OR ${mentions('username')} OR ${mentions('email')})`,
    ],
    values: ({ search, roles, ownId, deleted }) => ({
      roles: JSON.stringify(roles),
      ownId,
      deleted: deleted ? 1 : 0,
      words: folded(search),
    }),
  });
}

/** Read access to accounts. */
export class AccountReads {
  readonly #connection: Connection;
  readonly #byUsername;
  readonly #byEmail;
  readonly #withPinAt;
  readonly #active;
  readonly #byId;
  readonly #otherAdmin;
  readonly #names;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#byUsername = connection.prepare<[string], AccountEntity>(
      `SELECT ${COLUMNS} FROM account WHERE username = ?`,
    );
    this.#byEmail = connection.prepare<[string], AccountEntity>(
      `SELECT ${COLUMNS} FROM account WHERE email = ?`,
    );
    this.#withPinAt = connection.prepare<[{ tillId: number; since: number; upTo: number }], Person>(
      `SELECT a.id, ${nameOf('a')} AS name FROM account a
       WHERE a.pin_hash IS NOT NULL AND a.active = 1 AND a.deleted_at IS NULL
         AND EXISTS (SELECT 1 FROM session s WHERE s.account_id = a.id AND s.till_id = @tillId
           AND s.password_at BETWEEN @since AND @upTo)
       ORDER BY name COLLATE NOCASE, a.id`,
    );
    this.#active = connection.prepare<[string], AccountEntity>(
      `SELECT ${COLUMNS} FROM account
       WHERE role IN (SELECT value FROM json_each(?)) AND active = 1 AND deleted_at IS NULL
       ORDER BY first_name COLLATE NOCASE, last_name COLLATE NOCASE, id`,
    );
    this.#byId = connection.prepare<[number], AccountEntity>(`SELECT ${COLUMNS} FROM account WHERE id = ?`);
    this.#otherAdmin = connection
      .prepare<[number], number>(
        `SELECT 1 FROM account WHERE role = 'admin' AND deleted_at IS NULL AND active = 1 AND id <> ? LIMIT 1`,
      )
      .pluck();
    this.#names = connection.prepare<[], AccountNames>(
      `SELECT id, username, ${nameOf('account')} AS name,
         role <> 'customer' AND deleted_at IS NULL AS worksHere FROM account`,
    );
  }

  /** The names of all accounts, including deleted ones. */
  names(): AccountNames[] {
    return this.#names.all();
  }

  /** The account for a sign-in name: an email if it contains an @, else a username. */
  byLogin(login: string): AccountEntity | undefined {
    return login.includes('@') ? this.byEmail(login) : this.byUsername(login);
  }

  byUsername(username: string): AccountEntity | undefined {
    return this.#byUsername.get(username);
  }

  byEmail(email: string): AccountEntity | undefined {
    return this.#byEmail.get(email);
  }

  /** People with a PIN who used their password at a till between two instants, by name. */
  withPinAt(tillId: number, since: number, upTo: number): Person[] {
    return this.#withPinAt.all({ tillId, since, upTo });
  }

  /** The accounts of these roles that can sign in, by name. */
  activeOf(roles: readonly Role[]): AccountEntity[] {
    return this.#active.all(JSON.stringify(roles));
  }

  byId(id: number): AccountEntity | undefined {
    return this.#byId.get(id);
  }

  /** Whether another admin can still sign in. */
  hasOtherAdmin(id: number): boolean {
    return this.#otherAdmin.get(id) !== undefined;
  }

  /** The people who work or worked here, by name. */
  people(withDeleted: boolean): Person[] {
    return this.#connection
      .prepare<[number], Person>(
        `SELECT id, ${nameOf('account')} AS name FROM account
         WHERE role <> 'customer' AND (deleted_at IS NULL OR ? = 1) ORDER BY name COLLATE NOCASE, id`,
      )
      .all(withDeleted ? 1 : 0);
  }
}

/** Creates and changes accounts, beside the repository. */
export class AccountWrites {
  readonly #insert;
  readonly #setPassword;

  constructor(tx: Tx) {
    this.#insert = tx.prepare<[NewAccountRow]>(
      `INSERT INTO account (username, email, first_name, last_name, role, department, password_hash, pin_hash, pin_digits,
         party_id, created_at, created_by_id, changed_at, changed_by_id)
       VALUES (@username, @email, @firstName, @lastName, @role, @department, @passwordHash, @pinHash, @pinDigits,
         @partyId, @now, @by, @now, @by)`,
    );
    this.#setPassword = tx.prepare<[string, number, number, number]>(
      'UPDATE account SET password_hash = ?, version = version + 1, changed_at = ?, changed_by_id = ? WHERE id = ?',
    );
  }

  /** @returns the new account's id. */
  insert(row: NewAccountRow): number {
    return Number(this.#insert.run(row).lastInsertRowid);
  }

  setPassword(id: number, passwordHash: string, now: number): void {
    this.#setPassword.run(passwordHash, now, id, id);
  }
}
