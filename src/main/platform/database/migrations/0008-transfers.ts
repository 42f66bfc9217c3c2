import type { MigrationInterface, QueryRunner } from 'typeorm';
import { NEW_UUID } from '../uuid-column';
import { runAll } from './run-all';

/** Transfers between two locations, and their lines: drafts and posted ones. */
export class TransferTables implements MigrationInterface {
  name = 'Transfers1790000000008';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [
      `CREATE TABLE "transfer" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "uuid" text NOT NULL DEFAULT (${NEW_UUID}),
        "state" text NOT NULL DEFAULT 'draft',
        "number" text,
        "from_location_id" integer NOT NULL,
        "to_location_id" integer NOT NULL,
        "note" text NOT NULL DEFAULT '',
        "created_at" integer NOT NULL,
        "created_by_id" integer NOT NULL,
        "changed_by_id" integer NOT NULL,
        "posted_at" integer,
        "posted_by_id" integer,
        "version" integer NOT NULL DEFAULT 1,
        CONSTRAINT "ck_transfer_number" CHECK ((state = 'posted') = (number IS NOT NULL)),
        CONSTRAINT "ck_transfer_posted" CHECK ((state = 'posted') = (posted_at IS NOT NULL AND posted_by_id IS NOT NULL)),
        CONSTRAINT "ck_transfer_locations" CHECK (from_location_id <> to_location_id),
        CONSTRAINT "fk_transfer_from_location_id" FOREIGN KEY ("from_location_id") REFERENCES "location" ("id"),
        CONSTRAINT "fk_transfer_to_location_id" FOREIGN KEY ("to_location_id") REFERENCES "location" ("id"),
        CONSTRAINT "fk_transfer_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "account" ("id"),
        CONSTRAINT "fk_transfer_changed_by_id" FOREIGN KEY ("changed_by_id") REFERENCES "account" ("id"),
        CONSTRAINT "fk_transfer_posted_by_id" FOREIGN KEY ("posted_by_id") REFERENCES "account" ("id")
      )`,
      'CREATE UNIQUE INDEX transfer_number ON transfer(number) WHERE number IS NOT NULL',
      'CREATE INDEX transfer_time ON transfer(COALESCE(posted_at, created_at), id)',
      'CREATE INDEX transfer_from ON transfer(from_location_id)',
      'CREATE INDEX transfer_to ON transfer(to_location_id)',

      // A line of a draft can leave its batch open (any_batch); a posted transfer has one line per batch.
      `CREATE TABLE "transfer_line" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "transfer_id" integer NOT NULL,
        "position" integer NOT NULL,
        "product_id" integer NOT NULL,
        "any_batch" integer NOT NULL DEFAULT 1,
        "batch_id" integer,
        "quantity_milli" integer NOT NULL,
        "version" integer NOT NULL DEFAULT 1,
        CONSTRAINT "ck_transfer_line_quantity_milli" CHECK (quantity_milli > 0),
        CONSTRAINT "ck_transfer_line_batch" CHECK (any_batch = 0 OR batch_id IS NULL),
        CONSTRAINT "fk_transfer_line_transfer_id" FOREIGN KEY ("transfer_id") REFERENCES "transfer" ("id"),
        CONSTRAINT "fk_transfer_line_product_id" FOREIGN KEY ("product_id") REFERENCES "product" ("id"),
        CONSTRAINT "fk_transfer_line_batch_id" FOREIGN KEY ("batch_id") REFERENCES "batch" ("id")
      )`,
      'CREATE INDEX transfer_line_of ON transfer_line(transfer_id, product_id)',
      'CREATE INDEX transfer_line_product ON transfer_line(product_id)',
    ]);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a store only go forward.');
  }
}
