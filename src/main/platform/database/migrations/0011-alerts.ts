import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from './run-all';

/** Thresholds of single locations, alerts, and who has seen which alert. */
export class AlertTables implements MigrationInterface {
  name = 'Alerts1790000000011';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [
      // A product's threshold at a location; deleted with either of them.
      `CREATE TABLE "location_threshold" (
        "product_id" integer NOT NULL,
        "location_id" integer NOT NULL,
        "threshold_milli" integer NOT NULL,
        "changed_at" integer NOT NULL,
        "changed_by_id" integer NOT NULL,
        PRIMARY KEY ("product_id", "location_id"),
        CONSTRAINT "ck_location_threshold_threshold_milli" CHECK (threshold_milli >= 0),
        CONSTRAINT "fk_location_threshold_product_id" FOREIGN KEY ("product_id") REFERENCES "product" ("id") ON DELETE CASCADE,
        CONSTRAINT "fk_location_threshold_location_id" FOREIGN KEY ("location_id") REFERENCES "location" ("id") ON DELETE CASCADE,
        CONSTRAINT "fk_location_threshold_changed_by_id" FOREIGN KEY ("changed_by_id") REFERENCES "account" ("id")
      ) WITHOUT ROWID`,
      'CREATE INDEX location_threshold_location ON location_threshold(location_id)',

      // All alerts are kept, with the names at the time they were raised: an alert outlives a deleted product.
      `CREATE TABLE "alert" (
        "id" integer PRIMARY KEY NOT NULL,
        "kind" text NOT NULL,
        "product_id" integer NOT NULL,
        "location_id" integer,
        "batch_id" integer,
        "product_name" text NOT NULL,
        "sku" text NOT NULL,
        "unit" text NOT NULL,
        "location_name" text NOT NULL DEFAULT '',
        "batch_number" text NOT NULL DEFAULT '',
        "expires_on" text,
        "quantity_milli" integer NOT NULL,
        "threshold_milli" integer,
        "raised_at" integer NOT NULL,
        "resolved_at" integer
      )`,
      `CREATE UNIQUE INDEX alert_open ON alert(product_id, kind, COALESCE(location_id, 0), COALESCE(batch_id, 0))
        WHERE resolved_at IS NULL`,
      'CREATE INDEX alert_kind ON alert(kind, id)',
      'CREATE INDEX alert_product ON alert(product_id, id)',
      'CREATE INDEX alert_raised ON alert(raised_at)',

      `CREATE TABLE "alert_seen" (
        "account_id" integer NOT NULL,
        "alert_id" integer NOT NULL,
        "seen_at" integer NOT NULL,
        PRIMARY KEY ("account_id", "alert_id"),
        CONSTRAINT "fk_alert_seen_account_id" FOREIGN KEY ("account_id") REFERENCES "account" ("id"),
        CONSTRAINT "fk_alert_seen_alert_id" FOREIGN KEY ("alert_id") REFERENCES "alert" ("id")
      ) WITHOUT ROWID`,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a store only go forward.');
  }
}
