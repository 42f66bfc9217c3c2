import type { MigrationInterface, QueryRunner } from 'typeorm';
import { NEW_UUID } from '../uuid-column';
import { appendOnly, runAll } from './run-all';

/** The store's identity, settings, locations, drawers, tills, gapless numbers, log and answers of repeatable calls. */
export class StoresTables implements MigrationInterface {
  name = 'Stores1790000000003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [
      // The single row is inserted here, so that the store has its identity before its first run.
      `CREATE TABLE "store" (
        "id" integer PRIMARY KEY NOT NULL,
        "uuid" text NOT NULL DEFAULT (${NEW_UUID}),
        CONSTRAINT "ck_store_id" CHECK (id = 1)
      )`,
      'INSERT INTO store (id) VALUES (1)',
      ...appendOnly('store'),

      `CREATE TABLE "setting" (
        "key" text PRIMARY KEY NOT NULL,
        "value" text NOT NULL,
        "changed_at" integer NOT NULL,
        "changed_by_id" integer,
        CONSTRAINT "fk_setting_changed_by_id" FOREIGN KEY ("changed_by_id") REFERENCES "account" ("id")
      )`,

      // One version of what receipts say about the store. A paid order keeps the version of its receipt.
      `CREATE TABLE "receipt_text" (
        "id" integer PRIMARY KEY NOT NULL,
        "name" text NOT NULL,
        "address" text NOT NULL,
        "tax_number" text NOT NULL,
        "header" text NOT NULL,
        "footer" text NOT NULL,
        "locale" text NOT NULL,
        "time_zone" text NOT NULL,
        "created_at" integer NOT NULL
      )`,
      ...appendOnly('receipt_text'),

      `CREATE TABLE "location" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "uuid" text NOT NULL DEFAULT (${NEW_UUID}),
        "name" text NOT NULL COLLATE NOCASE,
        "kind" text NOT NULL,
        "barcode" text,
        "closed_at" integer,
        "created_at" integer NOT NULL,
        "created_by_id" integer NOT NULL,
        "changed_at" integer NOT NULL,
        "changed_by_id" integer NOT NULL,
        "version" integer NOT NULL DEFAULT 1,
        CONSTRAINT "ck_location_kind" CHECK (kind IN ('department','storeroom')),
        CONSTRAINT "fk_location_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "account" ("id"),
        CONSTRAINT "fk_location_changed_by_id" FOREIGN KEY ("changed_by_id") REFERENCES "account" ("id")
      )`,
      'CREATE UNIQUE INDEX location_name ON location(name)',
      'CREATE UNIQUE INDEX location_barcode ON location(barcode)',

      `CREATE TABLE "drawer" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "uuid" text NOT NULL DEFAULT (${NEW_UUID}),
        "name" text NOT NULL COLLATE NOCASE,
        "created_at" integer NOT NULL
      )`,
      'CREATE UNIQUE INDEX drawer_name ON drawer(name)',

      `CREATE TABLE "till" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "uuid" text NOT NULL DEFAULT (${NEW_UUID}),
        "code" text NOT NULL,
        "name" text NOT NULL,
        "location_id" integer NOT NULL,
        "drawer_id" integer NOT NULL,
        "created_at" integer NOT NULL,
        CONSTRAINT "fk_till_location_id" FOREIGN KEY ("location_id") REFERENCES "location" ("id"),
        CONSTRAINT "fk_till_drawer_id" FOREIGN KEY ("drawer_id") REFERENCES "drawer" ("id")
      )`,
      'CREATE UNIQUE INDEX till_code ON till(code)',
      'CREATE INDEX till_location ON till(location_id)',

      // The last number of each kind of document, per till if till_id is set, otherwise for the whole store.
      `CREATE TABLE "number_series" (
        "id" integer PRIMARY KEY NOT NULL,
        "till_id" integer,
        "kind" text NOT NULL,
        "last_number" integer NOT NULL,
        CONSTRAINT "ck_number_series_last_number" CHECK (last_number > 0),
        CONSTRAINT "fk_number_series_till_id" FOREIGN KEY ("till_id") REFERENCES "till" ("id")
      )`,
      'CREATE UNIQUE INDEX number_series_kind ON number_series(kind, COALESCE(till_id, 0))',

      // Numbers that were issued but are missing because an older file was restored; they are not issued again.
      `CREATE TABLE "number_gap" (
        "id" integer PRIMARY KEY NOT NULL,
        "series_id" integer NOT NULL,
        "from_number" integer NOT NULL,
        "to_number" integer NOT NULL,
        "found_at" integer NOT NULL,
        CONSTRAINT "ck_number_gap_range" CHECK (to_number >= from_number),
        CONSTRAINT "fk_number_gap_series_id" FOREIGN KEY ("series_id") REFERENCES "number_series" ("id")
      )`,
      ...appendOnly('number_gap'),

      // The log: what people did, and the documents of completed sales and cancelled orders. A segment has one key.
      `CREATE TABLE "log_segment" (
        "id" integer PRIMARY KEY NOT NULL,
        "first_entry_id" integer NOT NULL,
        "key_check" text NOT NULL
      )`,
      ...appendOnly('log_segment'),
      `CREATE TABLE "log_entry" (
        "id" integer PRIMARY KEY NOT NULL,
        "at" integer NOT NULL,
        "account_id" integer,
        "approved_by_id" integer,
        "till_id" integer,
        "action" text NOT NULL,
        "entity" text NOT NULL,
        "entity_id" integer,
        "label" text NOT NULL DEFAULT '',
        "before" text,
        "after" text,
        "document" text,
        "personal_digest" blob,
        "hash" blob NOT NULL,
        CONSTRAINT "fk_log_entry_account_id" FOREIGN KEY ("account_id") REFERENCES "account" ("id"),
        CONSTRAINT "fk_log_entry_approved_by_id" FOREIGN KEY ("approved_by_id") REFERENCES "account" ("id"),
        CONSTRAINT "fk_log_entry_till_id" FOREIGN KEY ("till_id") REFERENCES "till" ("id")
      )`,
      'CREATE INDEX log_entry_entity ON log_entry(entity, entity_id, id)',
      'CREATE INDEX log_entry_account ON log_entry(account_id, id)',
      'CREATE INDEX log_entry_action ON log_entry(action, id)',
      'CREATE INDEX log_entry_at ON log_entry(at)',
      ...appendOnly('log_entry'),
      // Its rows can be deleted, to erase a person, but never changed.
      `CREATE TABLE "log_personal" (
        "entry_id" integer PRIMARY KEY NOT NULL,
        "salt" blob NOT NULL,
        "label" text,
        "before" text,
        "after" text,
        CONSTRAINT "fk_log_personal_entry_id" FOREIGN KEY ("entry_id") REFERENCES "log_entry" ("id")
      )`,
      `CREATE TRIGGER log_personal_no_update BEFORE UPDATE ON log_personal
       BEGIN SELECT RAISE(ABORT, 'log_personal never changes'); END`,
      `CREATE TRIGGER log_personal_no_replace BEFORE INSERT ON log_personal
       WHEN EXISTS (SELECT 1 FROM log_personal WHERE entry_id = NEW.entry_id)
       BEGIN SELECT RAISE(ABORT, 'log_personal never changes'); END`,

      `CREATE TABLE "call_answer" (
        "key" text PRIMARY KEY NOT NULL,
        "account_id" integer,
        "call" text NOT NULL,
        "input_digest" text NOT NULL,
        "answer" text NOT NULL,
        "answered_at" integer NOT NULL,
        CONSTRAINT "fk_call_answer_account_id" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
      )`,

      // Background jobs. The columns of the file are set when the job has ended with one.
      `CREATE TABLE "job" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "account_id" integer NOT NULL,
        "kind" text NOT NULL,
        "label" text NOT NULL,
        "state" text NOT NULL,
        "done" integer NOT NULL,
        "total" integer,
        "started_at" integer NOT NULL,
        "ended_at" integer,
        "refusal" text,
        "summary" text NOT NULL,
        "breaks" text NOT NULL,
        "file_name" text,
        "media_type" text,
        "file_bytes" integer,
        CONSTRAINT "ck_job_state" CHECK (state IN ('running','done','cancelled','failed')),
        CONSTRAINT "ck_job_ended" CHECK ((state = 'running') = (ended_at IS NULL)),
        CONSTRAINT "ck_job_refusal" CHECK ((state = 'failed') = (refusal IS NOT NULL)),
        CONSTRAINT "ck_job_file" CHECK ((file_name IS NULL) = (file_bytes IS NULL) AND (media_type IS NULL) = (file_bytes IS NULL) AND (state = 'done' OR file_bytes IS NULL)),
        CONSTRAINT "fk_job_account_id" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
      )`,
      'CREATE INDEX job_account ON job(account_id)',
    ]);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a store only go forward.');
  }
}
