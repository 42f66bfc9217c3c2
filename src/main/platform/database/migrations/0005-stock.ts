import type { MigrationInterface, QueryRunner } from 'typeorm';
import { NEW_UUID } from '../uuid-column';
import { appendOnly, runAll } from './run-all';

/** Batches, stock entries, the cost of stock, the ledger of movements, and cost differences. */
export class StockTables implements MigrationInterface {
  name = 'Stock1790000000005';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [
      `CREATE TABLE "batch" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "uuid" text NOT NULL DEFAULT (${NEW_UUID}),
        "product_id" integer NOT NULL,
        "number" text NOT NULL,
        "expires_on" text,
        "created_at" integer NOT NULL,
        "version" integer NOT NULL DEFAULT 1,
        CONSTRAINT "fk_batch_product_id" FOREIGN KEY ("product_id") REFERENCES "product" ("id")
      )`,
      'CREATE UNIQUE INDEX batch_number ON batch(product_id, number)',
      'CREATE INDEX batch_by_number ON batch(number, product_id)',
      'CREATE INDEX batch_expiry ON batch(expires_on, product_id) WHERE expires_on IS NOT NULL',

      `CREATE TABLE "stock_entry" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "product_id" integer NOT NULL,
        "location_id" integer NOT NULL,
        "batch_id" integer,
        "on_hand_milli" integer NOT NULL DEFAULT 0,
        "reserved_milli" integer NOT NULL DEFAULT 0,
        "last_received_at" integer,
        CONSTRAINT "ck_stock_entry_reserved_milli" CHECK (reserved_milli >= 0),
        CONSTRAINT "fk_stock_entry_product_id" FOREIGN KEY ("product_id") REFERENCES "product" ("id"),
        CONSTRAINT "fk_stock_entry_location_id" FOREIGN KEY ("location_id") REFERENCES "location" ("id"),
        CONSTRAINT "fk_stock_entry_batch_id" FOREIGN KEY ("batch_id") REFERENCES "batch" ("id")
      )`,
      // Only one entry without a batch per product and location: the index would accept any number of NULLs.
      'CREATE UNIQUE INDEX stock_entry_place ON stock_entry(product_id, location_id, COALESCE(batch_id, 0))',
      'CREATE INDEX stock_entry_location ON stock_entry(location_id, product_id)',
      'CREATE INDEX stock_entry_batch ON stock_entry(batch_id) WHERE batch_id IS NOT NULL',

      // The weighted average, stored as the quantity and value it was calculated from when goods last came in, so that
      // no unit cost is rounded; and the cost of goods that left below zero. The value of the stock on hand is derived,
      // so a sale writes nothing here unless it takes stock below zero.
      `CREATE TABLE "stock_cost" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "product_id" integer NOT NULL,
        "batch_id" integer,
        "below_zero_minor" integer NOT NULL DEFAULT 0,
        "averaged_milli" integer NOT NULL DEFAULT 0,
        "averaged_minor" integer NOT NULL DEFAULT 0,
        "averaged_at" integer,
        CONSTRAINT "fk_stock_cost_product_id" FOREIGN KEY ("product_id") REFERENCES "product" ("id"),
        CONSTRAINT "fk_stock_cost_batch_id" FOREIGN KEY ("batch_id") REFERENCES "batch" ("id")
      )`,
      'CREATE UNIQUE INDEX stock_cost_of ON stock_cost(product_id, COALESCE(batch_id, 0))',

      `CREATE TABLE "stock_movement" (
        "id" integer PRIMARY KEY NOT NULL,
        "moved_at" integer NOT NULL,
        "kind" text NOT NULL,
        "product_id" integer NOT NULL,
        "location_id" integer NOT NULL,
        "batch_id" integer,
        "quantity_milli" integer NOT NULL,
        "before_milli" integer NOT NULL,
        "after_milli" integer NOT NULL,
        "value_minor" integer NOT NULL,
        "below_zero" integer NOT NULL DEFAULT 0,
        "reason" text NOT NULL DEFAULT '',
        "account_id" integer NOT NULL,
        "cause" text NOT NULL DEFAULT '',
        "cause_id" integer,
        CONSTRAINT "ck_stock_movement_balance" CHECK (after_milli = before_milli + quantity_milli),
        CONSTRAINT "fk_stock_movement_product_id" FOREIGN KEY ("product_id") REFERENCES "product" ("id"),
        CONSTRAINT "fk_stock_movement_location_id" FOREIGN KEY ("location_id") REFERENCES "location" ("id"),
        CONSTRAINT "fk_stock_movement_batch_id" FOREIGN KEY ("batch_id") REFERENCES "batch" ("id"),
        CONSTRAINT "fk_stock_movement_account_id" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
      )`,
      // The history is read newest first with any combination of filters. Each index contains the columns of the other
      // filters, so that movements that do not match are skipped without reading their rows.
      'CREATE INDEX stock_movement_time ON stock_movement(moved_at, id, location_id, kind, account_id)',
      'CREATE INDEX stock_movement_product ON stock_movement(product_id, moved_at, id, location_id, kind, account_id)',
      'CREATE INDEX stock_movement_location ON stock_movement(location_id, moved_at, id, kind, account_id)',
      // Sold goods are most of the ledger and are found by time just as well, so sales do not pay for this index.
      `CREATE INDEX stock_movement_kind ON stock_movement(kind, moved_at, id, location_id, account_id)
        WHERE kind <> 'sold'`,
      `CREATE INDEX stock_movement_batch
        ON stock_movement(batch_id, moved_at, id, product_id, location_id, kind, account_id)
        WHERE batch_id IS NOT NULL`,
      // Movements of an order are found by its products and times, so sales do not pay for this index either.
      `CREATE INDEX stock_movement_cause
        ON stock_movement(cause, cause_id, moved_at, id, product_id, location_id, kind, account_id, batch_id)
        WHERE cause_id IS NOT NULL AND cause <> 'order'`,
      ...appendOnly('stock_movement'),

      `CREATE TABLE "cost_adjustment" (
        "id" integer PRIMARY KEY NOT NULL,
        "adjusted_at" integer NOT NULL,
        "product_id" integer NOT NULL,
        "batch_id" integer,
        "movement_id" integer NOT NULL,
        "value_minor" integer NOT NULL,
        CONSTRAINT "ck_cost_adjustment_value_minor" CHECK (value_minor <> 0),
        CONSTRAINT "fk_cost_adjustment_product_id" FOREIGN KEY ("product_id") REFERENCES "product" ("id"),
        CONSTRAINT "fk_cost_adjustment_batch_id" FOREIGN KEY ("batch_id") REFERENCES "batch" ("id"),
        CONSTRAINT "fk_cost_adjustment_movement_id" FOREIGN KEY ("movement_id") REFERENCES "stock_movement" ("id")
      )`,
      'CREATE UNIQUE INDEX cost_adjustment_movement ON cost_adjustment(movement_id)',
      'CREATE INDEX cost_adjustment_product ON cost_adjustment(product_id, adjusted_at)',
      ...appendOnly('cost_adjustment'),
    ]);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a store only go forward.');
  }
}
