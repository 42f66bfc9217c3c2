import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from './run-all';

/** Accounts, sessions, sign-in failures and their alerts, registrations, recovery codes and permission overrides. */
export class PeopleTables implements MigrationInterface {
  name = 'People1790000000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [
      `CREATE TABLE account (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        username TEXT NOT NULL COLLATE NOCASE,
        email TEXT COLLATE NOCASE,
        first_name TEXT NOT NULL,
        last_name TEXT NOT NULL,
        role TEXT NOT NULL CHECK (role IN ('admin','manager','storekeeper','cashier','customer')),
        department TEXT NOT NULL DEFAULT '',
        password_hash TEXT NOT NULL,
        pin_hash TEXT,
        pin_digits INTEGER NOT NULL DEFAULT 0,
        active INTEGER NOT NULL DEFAULT 1,
        deleted_at INTEGER,
        created_at INTEGER NOT NULL,
        created_by_id INTEGER REFERENCES account(id),
        changed_at INTEGER NOT NULL,
        changed_by_id INTEGER REFERENCES account(id),
        version INTEGER NOT NULL DEFAULT 1
      )`,
      'CREATE UNIQUE INDEX account_username ON account(username)',
      'CREATE UNIQUE INDEX account_email ON account(email) WHERE email IS NOT NULL',
      'CREATE INDEX account_role ON account(role, deleted_at)',

      `CREATE TABLE session (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        account_id INTEGER NOT NULL REFERENCES account(id),
        till_id INTEGER NOT NULL REFERENCES till(id),
        token_hash TEXT NOT NULL,
        method TEXT NOT NULL,
        started_at INTEGER NOT NULL,
        last_used_at INTEGER NOT NULL,
        expires_at INTEGER NOT NULL,
        password_at INTEGER,
        locked_at INTEGER,
        ended_at INTEGER,
        end_reason TEXT,
        taken_over_by_id INTEGER REFERENCES account(id)
      )`,
      'CREATE UNIQUE INDEX session_token_hash ON session(token_hash)',
      'CREATE UNIQUE INDEX session_live ON session(account_id) WHERE ended_at IS NULL',
      'CREATE INDEX session_password ON session(account_id, till_id, password_at) WHERE password_at IS NOT NULL',

      `CREATE TABLE sign_in_failure (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        subject TEXT NOT NULL COLLATE NOCASE,
        account_id INTEGER REFERENCES account(id),
        failed_at INTEGER NOT NULL,
        counts INTEGER NOT NULL DEFAULT 1
      )`,
      'CREATE INDEX sign_in_failure_subject ON sign_in_failure(subject, failed_at)',
      'CREATE INDEX sign_in_failure_account ON sign_in_failure(account_id, failed_at) WHERE account_id IS NOT NULL',

      `CREATE TABLE sign_in_alert (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        account_id INTEGER REFERENCES account(id),
        failures INTEGER NOT NULL,
        raised_at INTEGER NOT NULL,
        dismissed_at INTEGER,
        dismissed_by_id INTEGER REFERENCES account(id)
      )`,
      'CREATE INDEX sign_in_alert_account ON sign_in_alert(account_id, raised_at)',
      'CREATE INDEX sign_in_alert_open ON sign_in_alert(raised_at) WHERE dismissed_at IS NULL',

      `CREATE TABLE registration (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        username TEXT NOT NULL COLLATE NOCASE,
        email TEXT COLLATE NOCASE,
        first_name TEXT NOT NULL,
        last_name TEXT NOT NULL,
        department TEXT NOT NULL DEFAULT '',
        password_hash TEXT NOT NULL,
        requested_at INTEGER NOT NULL,
        decided_at INTEGER,
        decided_by_id INTEGER REFERENCES account(id),
        decision TEXT CHECK (decision IN ('approved','refused')),
        account_id INTEGER REFERENCES account(id)
      )`,
      'CREATE INDEX registration_open ON registration(requested_at) WHERE decided_at IS NULL',

      `CREATE TABLE recovery_code (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        code_hash TEXT NOT NULL,
        made_at INTEGER NOT NULL,
        used_at INTEGER
      )`,

      `CREATE TABLE role_permission (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        role TEXT NOT NULL CHECK (role IN ('storekeeper','cashier')),
        permission TEXT NOT NULL,
        grant_kind TEXT NOT NULL CHECK (grant_kind IN ('yes','no','approval'))
      )`,
      'CREATE UNIQUE INDEX role_permission_once ON role_permission(role, permission)',
    ]);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a store only go forward.');
  }
}
