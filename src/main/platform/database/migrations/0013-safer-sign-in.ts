import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from './run-all';

/**
 * PINs that need not be unique, sessions that can be locked and taken over, and failed tries counted per person and
 * device. PINs were hashed with one salt for the whole store: they must be chosen again.
 */
export class SaferSignIn implements MigrationInterface {
  name = 'SaferSignIn1780000000013';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [
      'DROP INDEX account_pin_hash',
      'ALTER TABLE account ADD COLUMN pin_digits INTEGER NOT NULL DEFAULT 0',
      'UPDATE account SET pin_hash = NULL',

      // Rebuilt, because the reasons for which a session ends were fixed by a CHECK.
      `CREATE TABLE new_session (
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
      `INSERT INTO new_session (id, account_id, till_id, token_hash, method, started_at, last_used_at, expires_at,
         password_at, ended_at, end_reason)
       SELECT id, account_id, till_id, token_hash, method, started_at, last_used_at, expires_at,
         CASE WHEN method = 'pin' THEN NULL ELSE started_at END, ended_at, end_reason FROM session`,
      'DROP TABLE session',
      'ALTER TABLE new_session RENAME TO session',
      'CREATE UNIQUE INDEX session_token_hash ON session(token_hash)',
      'CREATE UNIQUE INDEX session_live ON session(account_id) WHERE ended_at IS NULL',
      'CREATE INDEX session_password ON session(account_id, till_id, password_at) WHERE password_at IS NOT NULL',

      // Failed tries of the old kind were counted for other subjects.
      'DROP TABLE sign_in_failure',
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
    ]);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a store only go forward.');
  }
}
