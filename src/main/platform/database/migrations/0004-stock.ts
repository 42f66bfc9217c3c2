import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, runAll } from './run-all';

/** Locations, batches, stock entries, what the stock cost, and the ledger of movements. */
export class StockTables implements MigrationInterface {
  name = 'Stock1790000000004';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [
      `CREATE TABLE location (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        name TEXT NOT NULL COLLATE NOCASE,
        kind TEXT NOT NULL CHECK (kind IN ('department','storeroom')),
        barcode TEXT,
        is_selling_place INTEGER NOT NULL DEFAULT 0,
        closed_at INTEGER,
        created_at INTEGER NOT NULL,
        created_by_id INTEGER NOT NULL REFERENCES account(id),
        changed_at INTEGER NOT NULL,
        changed_by_id INTEGER NOT NULL REFERENCES account(id),
        version INTEGER NOT NULL DEFAULT 1
      )`,
      'CREATE UNIQUE INDEX location_name ON location(name)',
      'CREATE UNIQUE INDEX location_barcode ON location(barcode)',
      'CREATE UNIQUE INDEX location_selling_place ON location(is_selling_place) WHERE is_selling_place = 1',

      `CREATE TABLE batch (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        product_id INTEGER NOT NULL REFERENCES product(id),
        number TEXT NOT NULL,
        expires_on TEXT,
        created_at INTEGER NOT NULL,
        version INTEGER NOT NULL DEFAULT 1
      )`,
      'CREATE UNIQUE INDEX batch_number ON batch(product_id, number)',
      'CREATE INDEX batch_expiry ON batch(expires_on, product_id) WHERE expires_on IS NOT NULL',

      `CREATE TABLE stock_entry (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        product_id INTEGER NOT NULL REFERENCES product(id),
        location_id INTEGER NOT NULL REFERENCES location(id),
        batch_id INTEGER REFERENCES batch(id),
        on_hand_milli INTEGER NOT NULL DEFAULT 0,
        reserved_milli INTEGER NOT NULL DEFAULT 0 CHECK (reserved_milli >= 0),
        last_received_at INTEGER
      )`,
      // An entry without a batch is one of its own: NULLs would let any number of them in.
      'CREATE UNIQUE INDEX stock_entry_place ON stock_entry(product_id, location_id, COALESCE(batch_id, 0))',
      'CREATE INDEX stock_entry_location ON stock_entry(location_id, product_id)',
      'CREATE INDEX stock_entry_batch ON stock_entry(batch_id) WHERE batch_id IS NOT NULL',

      // The value of what is on hand, whole: the weighted average follows from it without drift.
      `CREATE TABLE stock_cost (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        product_id INTEGER NOT NULL REFERENCES product(id),
        batch_id INTEGER REFERENCES batch(id),
        on_hand_milli INTEGER NOT NULL DEFAULT 0,
        value_minor INTEGER NOT NULL DEFAULT 0
      )`,
      'CREATE UNIQUE INDEX stock_cost_of ON stock_cost(product_id, COALESCE(batch_id, 0))',

      `CREATE TABLE stock_movement (
        id INTEGER PRIMARY KEY NOT NULL,
        moved_at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        product_id INTEGER NOT NULL REFERENCES product(id),
        location_id INTEGER NOT NULL REFERENCES location(id),
        batch_id INTEGER REFERENCES batch(id),
        quantity_milli INTEGER NOT NULL,
        before_milli INTEGER NOT NULL,
        after_milli INTEGER NOT NULL,
        unit_cost_minor INTEGER NOT NULL,
        value_minor INTEGER NOT NULL,
        below_zero INTEGER NOT NULL DEFAULT 0,
        reason TEXT NOT NULL DEFAULT '',
        account_id INTEGER NOT NULL REFERENCES account(id),
        cause TEXT NOT NULL DEFAULT '',
        cause_id INTEGER,
        CHECK (after_milli = before_milli + quantity_milli)
      )`,
      // The history is read newest first by any mix of filters: each index carries the columns that narrow it
      // down further, so that what does not fit is skipped without looking at the movement itself.
      'CREATE INDEX stock_movement_time ON stock_movement(moved_at, id, location_id, kind, account_id)',
      'CREATE INDEX stock_movement_product ON stock_movement(product_id, moved_at, id, location_id, kind, account_id)',
      'CREATE INDEX stock_movement_location ON stock_movement(location_id, moved_at, id, kind, account_id)',
      // What was sold is most of the ledger and found by time as well: no sale pays for this index.
      `CREATE INDEX stock_movement_kind ON stock_movement(kind, moved_at, id, location_id, account_id)
        WHERE kind <> 'sold'`,
      `CREATE INDEX stock_movement_batch
        ON stock_movement(batch_id, moved_at, id, product_id, location_id, kind, account_id)
        WHERE batch_id IS NOT NULL`,
      // What an order moved is found by its products and its times: no sale pays for this index either.
      `CREATE INDEX stock_movement_cause
        ON stock_movement(cause, cause_id, moved_at, id, product_id, location_id, kind, account_id, batch_id)
        WHERE cause_id IS NOT NULL AND cause <> 'order'`,
      ...appendOnly('stock_movement'),
    ]);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a store only go forward.');
  }
}
