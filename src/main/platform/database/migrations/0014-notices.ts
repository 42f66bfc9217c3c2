import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from './run-all';

/** Encrypted secrets, how each person is notified of alerts, and the notices by mail and Slack. */
export class NoticeTables implements MigrationInterface {
  name = 'Notices1790000000014';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [
      `CREATE TABLE "secret" (
        "name" text PRIMARY KEY NOT NULL,
        "sealed" blob NOT NULL,
        "kept_by" text NOT NULL,
        "set_at" integer NOT NULL,
        "set_by_id" integer NOT NULL,
        CONSTRAINT "ck_secret_kept_by" CHECK (kept_by IN ('keychain','key file')),
        CONSTRAINT "fk_secret_set_by_id" FOREIGN KEY ("set_by_id") REFERENCES "account" ("id")
      )`,

      `CREATE TABLE "notice_choice" (
        "account_id" integer PRIMARY KEY NOT NULL,
        "mail" integer NOT NULL DEFAULT 0,
        "slack" integer NOT NULL DEFAULT 0,
        CONSTRAINT "fk_notice_choice_account_id" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
      )`,

      `CREATE TABLE "notice" (
        "id" integer PRIMARY KEY NOT NULL,
        "alert_id" integer NOT NULL,
        "account_id" integer,
        "channel" text NOT NULL,
        "address" text NOT NULL DEFAULT '',
        "title" text NOT NULL,
        "body" text NOT NULL,
        "state" text NOT NULL DEFAULT 'waiting',
        "tries" integer NOT NULL DEFAULT 0,
        "created_at" integer NOT NULL,
        "next_try_at" integer,
        "sent_at" integer,
        "problem" text NOT NULL DEFAULT '',
        CONSTRAINT "ck_notice_waiting" CHECK ((state = 'waiting') = (next_try_at IS NOT NULL)),
        CONSTRAINT "fk_notice_alert_id" FOREIGN KEY ("alert_id") REFERENCES "alert" ("id"),
        CONSTRAINT "fk_notice_account_id" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
      )`,
      // Each alert once per person and channel; the store's own address counts as one person here.
      'CREATE UNIQUE INDEX notice_once ON notice(alert_id, channel, COALESCE(account_id, 0))',
      `CREATE INDEX notice_waiting ON notice(next_try_at) WHERE state = 'waiting'`,
      'CREATE INDEX notice_state ON notice(state, id)',
    ]);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a store only go forward.');
  }
}
