import type { MigrationInterface, QueryRunner } from 'typeorm';
import { NEW_UUID } from '../uuid-column';
import { appendOnly, runAll } from './run-all';

/** Goods issued for use, their lines, and what was returned or used up. */
export class IssueTables implements MigrationInterface {
  name = 'Issues1790000000009';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [
      // The holder is an account or a free name; a draft may have none yet.
      `CREATE TABLE "goods_issue" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "uuid" text NOT NULL DEFAULT (${NEW_UUID}),
        "state" text NOT NULL DEFAULT 'draft',
        "number" text,
        "location_id" integer NOT NULL,
        "holder_account_id" integer,
        "holder_name" text COLLATE NOCASE,
        "note" text NOT NULL DEFAULT '',
        "created_at" integer NOT NULL,
        "created_by_id" integer NOT NULL,
        "changed_by_id" integer NOT NULL,
        "posted_at" integer,
        "posted_by_id" integer,
        "version" integer NOT NULL DEFAULT 1,
        CONSTRAINT "ck_goods_issue_one_holder" CHECK (holder_account_id IS NULL OR holder_name IS NULL),
        CONSTRAINT "ck_goods_issue_number" CHECK ((state = 'posted') = (number IS NOT NULL)),
        CONSTRAINT "ck_goods_issue_posted" CHECK ((state = 'posted') = (posted_at IS NOT NULL AND posted_by_id IS NOT NULL)),
        CONSTRAINT "ck_goods_issue_holder" CHECK (state <> 'posted' OR holder_account_id IS NOT NULL OR holder_name IS NOT NULL),
        CONSTRAINT "fk_goods_issue_location_id" FOREIGN KEY ("location_id") REFERENCES "location" ("id"),
        CONSTRAINT "fk_goods_issue_holder_account_id" FOREIGN KEY ("holder_account_id") REFERENCES "account" ("id"),
        CONSTRAINT "fk_goods_issue_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "account" ("id"),
        CONSTRAINT "fk_goods_issue_changed_by_id" FOREIGN KEY ("changed_by_id") REFERENCES "account" ("id"),
        CONSTRAINT "fk_goods_issue_posted_by_id" FOREIGN KEY ("posted_by_id") REFERENCES "account" ("id")
      )`,
      'CREATE UNIQUE INDEX goods_issue_number ON goods_issue(number) WHERE number IS NOT NULL',
      'CREATE INDEX goods_issue_time ON goods_issue(COALESCE(posted_at, created_at), id)',
      'CREATE INDEX goods_issue_location ON goods_issue(location_id)',
      'CREATE INDEX goods_issue_account ON goods_issue(holder_account_id) WHERE holder_account_id IS NOT NULL',
      'CREATE INDEX goods_issue_name ON goods_issue(holder_name) WHERE holder_name IS NOT NULL',

      // A line of a draft can leave its batch open (any_batch) and has no cost; an issue has one line per batch, with
      // its cost.
      `CREATE TABLE "goods_issue_line" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "issue_id" integer NOT NULL,
        "position" integer NOT NULL,
        "product_id" integer NOT NULL,
        "any_batch" integer NOT NULL DEFAULT 1,
        "batch_id" integer,
        "quantity_milli" integer NOT NULL,
        "cost_minor" integer,
        "returned_milli" integer NOT NULL DEFAULT 0,
        "used_up_milli" integer NOT NULL DEFAULT 0,
        "version" integer NOT NULL DEFAULT 1,
        CONSTRAINT "ck_goods_issue_line_quantity_milli" CHECK (quantity_milli > 0),
        CONSTRAINT "ck_goods_issue_line_returned_milli" CHECK (returned_milli >= 0),
        CONSTRAINT "ck_goods_issue_line_used_up_milli" CHECK (used_up_milli >= 0),
        CONSTRAINT "ck_goods_issue_line_batch" CHECK (any_batch = 0 OR batch_id IS NULL),
        CONSTRAINT "ck_goods_issue_line_closed" CHECK (returned_milli + used_up_milli <= quantity_milli),
        CONSTRAINT "ck_goods_issue_line_cost" CHECK (cost_minor IS NOT NULL OR returned_milli + used_up_milli = 0),
        CONSTRAINT "fk_goods_issue_line_issue_id" FOREIGN KEY ("issue_id") REFERENCES "goods_issue" ("id"),
        CONSTRAINT "fk_goods_issue_line_product_id" FOREIGN KEY ("product_id") REFERENCES "product" ("id"),
        CONSTRAINT "fk_goods_issue_line_batch_id" FOREIGN KEY ("batch_id") REFERENCES "batch" ("id")
      )`,
      'CREATE INDEX goods_issue_line_of ON goods_issue_line(issue_id, product_id)',
      'CREATE INDEX goods_issue_line_product ON goods_issue_line(product_id)',
      `CREATE INDEX goods_issue_line_out ON goods_issue_line(product_id, issue_id)
        WHERE cost_minor IS NOT NULL AND quantity_milli > returned_milli + used_up_milli`,

      `CREATE TABLE "goods_issue_closing" (
        "id" integer PRIMARY KEY NOT NULL,
        "issue_line_id" integer NOT NULL,
        "kind" text NOT NULL,
        "quantity_milli" integer NOT NULL,
        "cost_minor" integer NOT NULL,
        "location_id" integer,
        "reason" text NOT NULL DEFAULT '',
        "closed_at" integer NOT NULL,
        "account_id" integer NOT NULL,
        CONSTRAINT "ck_goods_issue_closing_quantity_milli" CHECK (quantity_milli > 0),
        CONSTRAINT "ck_goods_issue_closing_location" CHECK ((kind = 'returned') = (location_id IS NOT NULL)),
        CONSTRAINT "fk_goods_issue_closing_issue_line_id" FOREIGN KEY ("issue_line_id") REFERENCES "goods_issue_line" ("id"),
        CONSTRAINT "fk_goods_issue_closing_location_id" FOREIGN KEY ("location_id") REFERENCES "location" ("id"),
        CONSTRAINT "fk_goods_issue_closing_account_id" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
      )`,
      'CREATE INDEX goods_issue_closing_of ON goods_issue_closing(issue_line_id)',
      ...appendOnly('goods_issue_closing'),
    ]);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a store only go forward.');
  }
}
