import type { MigrationInterface, QueryRunner } from 'typeorm';
import { NEW_UUID } from '../uuid-column';
import { runAll } from './run-all';

/** Stocktakes: the lines to count with what was on hand at the start, and each count. */
export class StocktakeTables implements MigrationInterface {
  name = 'Stocktakes1790000000010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [
      // The category's name is kept when the category is deleted; it is '' when the whole location is counted.
      `CREATE TABLE "stocktake" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "uuid" text NOT NULL DEFAULT (${NEW_UUID}),
        "number" text,
        "state" text NOT NULL,
        "location_id" integer NOT NULL,
        "category_id" integer,
        "category_name" text NOT NULL DEFAULT '',
        "note" text NOT NULL DEFAULT '',
        "blind" integer NOT NULL,
        "line_count" integer NOT NULL DEFAULT 0,
        "counted_count" integer NOT NULL DEFAULT 0,
        "uncounted" text,
        "started_at" integer NOT NULL,
        "started_by_id" integer NOT NULL,
        "reviewed_at" integer,
        "reviewed_by_id" integer,
        "closed_at" integer,
        "closed_by_id" integer,
        "changed_at" integer NOT NULL,
        "changed_by_id" integer NOT NULL,
        "version" integer NOT NULL DEFAULT 1,
        CONSTRAINT "ck_stocktake_uncounted" CHECK (uncounted IN ('leave','zero')),
        CONSTRAINT "ck_stocktake_number" CHECK ((state = 'posted') = (number IS NOT NULL)),
        CONSTRAINT "fk_stocktake_location_id" FOREIGN KEY ("location_id") REFERENCES "location" ("id"),
        CONSTRAINT "fk_stocktake_category_id" FOREIGN KEY ("category_id") REFERENCES "category" ("id") ON DELETE SET NULL,
        CONSTRAINT "fk_stocktake_started_by_id" FOREIGN KEY ("started_by_id") REFERENCES "account" ("id"),
        CONSTRAINT "fk_stocktake_reviewed_by_id" FOREIGN KEY ("reviewed_by_id") REFERENCES "account" ("id"),
        CONSTRAINT "fk_stocktake_closed_by_id" FOREIGN KEY ("closed_by_id") REFERENCES "account" ("id"),
        CONSTRAINT "fk_stocktake_changed_by_id" FOREIGN KEY ("changed_by_id") REFERENCES "account" ("id")
      )`,
      'CREATE UNIQUE INDEX stocktake_number ON stocktake(number) WHERE number IS NOT NULL',
      'CREATE INDEX stocktake_location ON stocktake(location_id)',
      'CREATE INDEX stocktake_category ON stocktake(category_id) WHERE category_id IS NOT NULL',

      // A line's figures are derived from its counts; they are stored because lists sort and filter by them.
      `CREATE TABLE "stocktake_line" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "stocktake_id" integer NOT NULL,
        "product_id" integer NOT NULL,
        "batch_id" integer,
        "expected_milli" integer NOT NULL,
        "found" integer NOT NULL DEFAULT 0,
        "counted_milli" integer,
        "difference_milli" integer,
        "least_milli" integer,
        "most_milli" integer,
        "posted_value_minor" integer,
        "note" text NOT NULL DEFAULT '',
        CONSTRAINT "fk_stocktake_line_stocktake_id" FOREIGN KEY ("stocktake_id") REFERENCES "stocktake" ("id"),
        CONSTRAINT "fk_stocktake_line_product_id" FOREIGN KEY ("product_id") REFERENCES "product" ("id"),
        CONSTRAINT "fk_stocktake_line_batch_id" FOREIGN KEY ("batch_id") REFERENCES "batch" ("id")
      )`,
      'CREATE UNIQUE INDEX stocktake_line_entry ON stocktake_line(stocktake_id, product_id, COALESCE(batch_id, 0))',
      'CREATE INDEX stocktake_line_product ON stocktake_line(product_id)',
      'CREATE INDEX stocktake_line_batch ON stocktake_line(batch_id) WHERE batch_id IS NOT NULL',
      'CREATE INDEX stocktake_line_uncounted ON stocktake_line(stocktake_id, id) WHERE counted_milli IS NULL',
      'CREATE INDEX stocktake_line_order ON stocktake_line(stocktake_id, id)',
      `CREATE INDEX stocktake_line_different ON stocktake_line(stocktake_id, id) WHERE difference_milli <> 0`,

      // The ledger at the time of each count: the quantity on hand, and what came and left since the first count.
      `CREATE TABLE "stocktake_count" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "line_id" integer NOT NULL,
        "stocktake_id" integer NOT NULL,
        "account_id" integer NOT NULL,
        "counted_at" integer NOT NULL,
        "mode" text NOT NULL,
        "quantity_milli" integer NOT NULL,
        "movement_id" integer NOT NULL,
        "level_milli" integer NOT NULL,
        "came_milli" integer NOT NULL,
        "left_milli" integer NOT NULL,
        "undone_at" integer,
        CONSTRAINT "ck_stocktake_count_quantity_milli" CHECK (quantity_milli >= 0),
        CONSTRAINT "fk_stocktake_count_line_id" FOREIGN KEY ("line_id") REFERENCES "stocktake_line" ("id"),
        CONSTRAINT "fk_stocktake_count_stocktake_id" FOREIGN KEY ("stocktake_id") REFERENCES "stocktake" ("id"),
        CONSTRAINT "fk_stocktake_count_account_id" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
      )`,
      'CREATE INDEX stocktake_count_line ON stocktake_count(line_id, id)',
      `CREATE INDEX stocktake_count_person ON stocktake_count(stocktake_id, account_id, id, counted_at)
        WHERE undone_at IS NULL`,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a store only go forward.');
  }
}
