import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from './run-all';

/** Thresholds of single locations, alerts, and who has seen which. */
export class AlertTables implements MigrationInterface {
  name = 'Alerts1790000000010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [
      // A wish about a product at a place, which goes when either goes.
      `CREATE TABLE location_threshold (
        product_id INTEGER NOT NULL REFERENCES product(id) ON DELETE CASCADE,
        location_id INTEGER NOT NULL REFERENCES location(id) ON DELETE CASCADE,
        threshold_milli INTEGER NOT NULL CHECK (threshold_milli >= 0),
        changed_at INTEGER NOT NULL,
        changed_by_id INTEGER NOT NULL REFERENCES account(id),
        PRIMARY KEY (product_id, location_id)
      ) WITHOUT ROWID`,
      'CREATE INDEX location_threshold_location ON location_threshold(location_id)',

      // All alerts are kept, with the names of their moment: one outlives a product that was deleted.
      `CREATE TABLE alert (
        id INTEGER PRIMARY KEY NOT NULL,
        kind TEXT NOT NULL,
        product_id INTEGER NOT NULL,
        location_id INTEGER,
        batch_id INTEGER,
        product_name TEXT NOT NULL,
        sku TEXT NOT NULL,
        unit TEXT NOT NULL,
        location_name TEXT NOT NULL DEFAULT '',
        batch_number TEXT NOT NULL DEFAULT '',
        expires_on TEXT,
        quantity_milli INTEGER NOT NULL,
        threshold_milli INTEGER,
        raised_at INTEGER NOT NULL,
        resolved_at INTEGER
      )`,
      `CREATE UNIQUE INDEX alert_open ON alert(product_id, kind, COALESCE(location_id, 0), COALESCE(batch_id, 0))
        WHERE resolved_at IS NULL`,
      'CREATE INDEX alert_kind ON alert(kind, id)',
      'CREATE INDEX alert_product ON alert(product_id, id)',
      'CREATE INDEX alert_raised ON alert(raised_at)',

      `CREATE TABLE alert_seen (
        account_id INTEGER NOT NULL REFERENCES account(id),
        alert_id INTEGER NOT NULL REFERENCES alert(id),
        seen_at INTEGER NOT NULL,
        PRIMARY KEY (account_id, alert_id)
      ) WITHOUT ROWID`,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a store only go forward.');
  }
}
