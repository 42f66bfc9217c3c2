import type { MigrationInterface, QueryRunner } from 'typeorm';
import { NEW_UUID } from '../uuid-column';
import { runAll } from './run-all';

/** Accounts, sessions, sign-in failures and their alerts, registrations, recovery codes and permission overrides. */
export class PeopleTables implements MigrationInterface {
  name = 'People1790000000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [
      `CREATE TABLE "account" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "uuid" text NOT NULL DEFAULT (${NEW_UUID}),
        "username" text NOT NULL COLLATE NOCASE,
        "email" text COLLATE NOCASE,
        "first_name" text NOT NULL,
        "last_name" text NOT NULL,
        "role" text NOT NULL,
        "department" text NOT NULL DEFAULT '',
        "password_hash" text NOT NULL,
        "pin_hash" text,
        "pin_digits" integer NOT NULL DEFAULT 0,
        "party_id" integer,
        "active" integer NOT NULL DEFAULT 1,
        "deleted_at" integer,
        "created_at" integer NOT NULL,
        "created_by_id" integer,
        "changed_at" integer NOT NULL,
        "changed_by_id" integer,
        "version" integer NOT NULL DEFAULT 1,
        CONSTRAINT "ck_account_role" CHECK (role IN ('admin','manager','storekeeper','cashier','customer')),
        CONSTRAINT "fk_account_party_id" FOREIGN KEY ("party_id") REFERENCES "party" ("id"),
        CONSTRAINT "fk_account_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "account" ("id"),
        CONSTRAINT "fk_account_changed_by_id" FOREIGN KEY ("changed_by_id") REFERENCES "account" ("id")
      )`,
      'CREATE UNIQUE INDEX account_username ON account(username)',
      'CREATE UNIQUE INDEX account_email ON account(email) WHERE email IS NOT NULL',
      'CREATE UNIQUE INDEX account_party ON account(party_id) WHERE party_id IS NOT NULL',
      'CREATE INDEX account_role ON account(role, deleted_at)',

      `CREATE TABLE "session" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "account_id" integer NOT NULL,
        "till_id" integer NOT NULL,
        "token_hash" text NOT NULL,
        "method" text NOT NULL,
        "started_at" integer NOT NULL,
        "last_used_at" integer NOT NULL,
        "expires_at" integer NOT NULL,
        "password_at" integer,
        "locked_at" integer,
        "ended_at" integer,
        "end_reason" text,
        "taken_over_by_id" integer,
        CONSTRAINT "fk_session_account_id" FOREIGN KEY ("account_id") REFERENCES "account" ("id"),
        CONSTRAINT "fk_session_till_id" FOREIGN KEY ("till_id") REFERENCES "till" ("id"),
        CONSTRAINT "fk_session_taken_over_by_id" FOREIGN KEY ("taken_over_by_id") REFERENCES "account" ("id")
      )`,
      'CREATE UNIQUE INDEX session_token_hash ON session(token_hash)',
      'CREATE UNIQUE INDEX session_live ON session(account_id) WHERE ended_at IS NULL',
      'CREATE INDEX session_password ON session(account_id, till_id, password_at) WHERE password_at IS NOT NULL',

      `CREATE TABLE "sign_in_failure" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "subject" text NOT NULL COLLATE NOCASE,
        "account_id" integer,
        "failed_at" integer NOT NULL,
        "counts" integer NOT NULL DEFAULT 1,
        CONSTRAINT "fk_sign_in_failure_account_id" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
      )`,
      'CREATE INDEX sign_in_failure_subject ON sign_in_failure(subject, failed_at)',
      'CREATE INDEX sign_in_failure_account ON sign_in_failure(account_id, failed_at) WHERE account_id IS NOT NULL',

      `CREATE TABLE "sign_in_alert" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "account_id" integer,
        "failures" integer NOT NULL,
        "raised_at" integer NOT NULL,
        "dismissed_at" integer,
        "dismissed_by_id" integer,
        CONSTRAINT "fk_sign_in_alert_account_id" FOREIGN KEY ("account_id") REFERENCES "account" ("id"),
        CONSTRAINT "fk_sign_in_alert_dismissed_by_id" FOREIGN KEY ("dismissed_by_id") REFERENCES "account" ("id")
      )`,
      'CREATE INDEX sign_in_alert_account ON sign_in_alert(account_id, raised_at)',
      'CREATE INDEX sign_in_alert_open ON sign_in_alert(raised_at) WHERE dismissed_at IS NULL',

      `CREATE TABLE "registration" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "username" text NOT NULL COLLATE NOCASE,
        "email" text COLLATE NOCASE,
        "first_name" text NOT NULL,
        "last_name" text NOT NULL,
        "department" text NOT NULL DEFAULT '',
        "password_hash" text NOT NULL,
        "requested_at" integer NOT NULL,
        "decided_at" integer,
        "decided_by_id" integer,
        "decision" text,
        "account_id" integer,
        CONSTRAINT "ck_registration_decision" CHECK (decision IN ('approved','refused')),
        CONSTRAINT "fk_registration_decided_by_id" FOREIGN KEY ("decided_by_id") REFERENCES "account" ("id"),
        CONSTRAINT "fk_registration_account_id" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
      )`,
      'CREATE INDEX registration_open ON registration(requested_at) WHERE decided_at IS NULL',

      `CREATE TABLE "recovery_code" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "code_hash" text NOT NULL,
        "made_at" integer NOT NULL,
        "used_at" integer
      )`,

      `CREATE TABLE "role_permission" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "role" text NOT NULL,
        "permission" text NOT NULL,
        "grant_kind" text NOT NULL,
        CONSTRAINT "ck_role_permission_role" CHECK (role IN ('storekeeper','cashier')),
        CONSTRAINT "ck_role_permission_grant_kind" CHECK (grant_kind IN ('yes','no','approval'))
      )`,
      'CREATE UNIQUE INDEX role_permission_once ON role_permission(role, permission)',
    ]);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a store only go forward.');
  }
}
