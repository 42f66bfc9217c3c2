import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from './run-all';

/** Sealed secrets, how each person hears of alerts, and the alerts on their way by mail and Slack. */
export class NoticeTables implements MigrationInterface {
  name = 'Notices1790000000013';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [
      `CREATE TABLE secret (
        name TEXT PRIMARY KEY NOT NULL,
        sealed BLOB NOT NULL,
        kept_by TEXT NOT NULL CHECK (kept_by IN ('keychain','key file')),
        set_at INTEGER NOT NULL,
        set_by_id INTEGER NOT NULL REFERENCES account(id)
      )`,

      `CREATE TABLE notice_choice (
        account_id INTEGER PRIMARY KEY NOT NULL REFERENCES account(id),
        mail INTEGER NOT NULL DEFAULT 0,
        slack INTEGER NOT NULL DEFAULT 0
      )`,

      `CREATE TABLE notice (
        id INTEGER PRIMARY KEY NOT NULL,
        alert_id INTEGER NOT NULL REFERENCES alert(id),
        account_id INTEGER REFERENCES account(id),
        channel TEXT NOT NULL,
        address TEXT NOT NULL DEFAULT '',
        title TEXT NOT NULL,
        body TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'waiting',
        tries INTEGER NOT NULL DEFAULT 0,
        created_at INTEGER NOT NULL,
        next_try_at INTEGER,
        sent_at INTEGER,
        problem TEXT NOT NULL DEFAULT '',
        CHECK ((state = 'waiting') = (next_try_at IS NOT NULL))
      )`,
      // Each alert once a person and channel; the store's own address is a person of its own here.
      'CREATE UNIQUE INDEX notice_once ON notice(alert_id, channel, COALESCE(account_id, 0))',
      `CREATE INDEX notice_waiting ON notice(next_try_at) WHERE state = 'waiting'`,
      'CREATE INDEX notice_state ON notice(state, id)',
    ]);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a store only go forward.');
  }
}
