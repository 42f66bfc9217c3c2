import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from './run-all';

/** Stocktakes: what is counted, against what was on hand at the start, and each count of it. */
export class StocktakeTables implements MigrationInterface {
  name = 'Stocktakes1790000000009';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [
      // The name of the category stays when the category goes; it is '' where the whole location is counted.
      `CREATE TABLE stocktake (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        number TEXT,
        state TEXT NOT NULL,
        location_id INTEGER NOT NULL REFERENCES location(id),
        category_id INTEGER REFERENCES category(id) ON DELETE SET NULL,
        category_name TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        blind INTEGER NOT NULL,
        line_count INTEGER NOT NULL DEFAULT 0,
        counted_count INTEGER NOT NULL DEFAULT 0,
        uncounted TEXT CHECK (uncounted IN ('leave','zero')),
        begun_at INTEGER NOT NULL,
        begun_by_id INTEGER NOT NULL REFERENCES account(id),
        reviewed_at INTEGER,
        reviewed_by_id INTEGER REFERENCES account(id),
        closed_at INTEGER,
        closed_by_id INTEGER REFERENCES account(id),
        changed_at INTEGER NOT NULL,
        changed_by_id INTEGER NOT NULL REFERENCES account(id),
        version INTEGER NOT NULL DEFAULT 1,
        CHECK ((state = 'posted') = (number IS NOT NULL))
      )`,
      'CREATE UNIQUE INDEX stocktake_number ON stocktake(number) WHERE number IS NOT NULL',
      'CREATE INDEX stocktake_location ON stocktake(location_id)',
      'CREATE INDEX stocktake_category ON stocktake(category_id) WHERE category_id IS NOT NULL',

      // A line's figures follow from its counts; they are kept because lists sort and filter by them.
      `CREATE TABLE stocktake_line (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        stocktake_id INTEGER NOT NULL REFERENCES stocktake(id),
        product_id INTEGER NOT NULL REFERENCES product(id),
        batch_id INTEGER REFERENCES batch(id),
        expected_milli INTEGER NOT NULL,
        found INTEGER NOT NULL DEFAULT 0,
        counted_milli INTEGER,
        difference_milli INTEGER,
        least_milli INTEGER,
        most_milli INTEGER,
        posted_value_minor INTEGER,
        note TEXT NOT NULL DEFAULT ''
      )`,
      'CREATE UNIQUE INDEX stocktake_line_entry ON stocktake_line(stocktake_id, product_id, COALESCE(batch_id, 0))',
      'CREATE INDEX stocktake_line_product ON stocktake_line(product_id)',
      'CREATE INDEX stocktake_line_batch ON stocktake_line(batch_id) WHERE batch_id IS NOT NULL',
      'CREATE INDEX stocktake_line_uncounted ON stocktake_line(stocktake_id, id) WHERE counted_milli IS NULL',
      'CREATE INDEX stocktake_line_order ON stocktake_line(stocktake_id, id)',
      `CREATE INDEX stocktake_line_different ON stocktake_line(stocktake_id, id) WHERE difference_milli <> 0`,

      // What the ledger said at the moment of each count: the level, and what came and left since the first one.
      `CREATE TABLE stocktake_count (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        line_id INTEGER NOT NULL REFERENCES stocktake_line(id),
        stocktake_id INTEGER NOT NULL REFERENCES stocktake(id),
        account_id INTEGER NOT NULL REFERENCES account(id),
        counted_at INTEGER NOT NULL,
        mode TEXT NOT NULL,
        quantity_milli INTEGER NOT NULL CHECK (quantity_milli >= 0),
        movement_id INTEGER NOT NULL,
        level_milli INTEGER NOT NULL,
        came_milli INTEGER NOT NULL,
        left_milli INTEGER NOT NULL,
        undone_at INTEGER
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
