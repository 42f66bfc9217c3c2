import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from './run-all';

/** Transfers between two places with their lines: drafts, and what was sent. */
export class TransferTables implements MigrationInterface {
  name = 'Transfers1790000000007';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [
      `CREATE TABLE transfer (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        state TEXT NOT NULL DEFAULT 'draft',
        number TEXT,
        from_location_id INTEGER NOT NULL REFERENCES location(id),
        to_location_id INTEGER NOT NULL REFERENCES location(id),
        note TEXT NOT NULL DEFAULT '',
        created_at INTEGER NOT NULL,
        created_by_id INTEGER NOT NULL REFERENCES account(id),
        changed_by_id INTEGER NOT NULL REFERENCES account(id),
        sent_at INTEGER,
        sent_by_id INTEGER REFERENCES account(id),
        version INTEGER NOT NULL DEFAULT 1,
        CHECK ((state = 'sent') = (number IS NOT NULL)),
        CHECK ((state = 'sent') = (sent_at IS NOT NULL AND sent_by_id IS NOT NULL)),
        CHECK (from_location_id <> to_location_id)
      )`,
      'CREATE UNIQUE INDEX transfer_number ON transfer(number) WHERE number IS NOT NULL',
      'CREATE INDEX transfer_time ON transfer(COALESCE(sent_at, created_at), id)',
      'CREATE INDEX transfer_from ON transfer(from_location_id)',
      'CREATE INDEX transfer_to ON transfer(to_location_id)',

      // A line of a draft may leave its batch open (any_batch); what was sent has one line for each batch.
      `CREATE TABLE transfer_line (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        transfer_id INTEGER NOT NULL REFERENCES transfer(id),
        position INTEGER NOT NULL,
        product_id INTEGER NOT NULL REFERENCES product(id),
        any_batch INTEGER NOT NULL DEFAULT 1,
        batch_id INTEGER REFERENCES batch(id),
        quantity_milli INTEGER NOT NULL CHECK (quantity_milli > 0),
        version INTEGER NOT NULL DEFAULT 1,
        CHECK (any_batch = 0 OR batch_id IS NULL)
      )`,
      'CREATE INDEX transfer_line_of ON transfer_line(transfer_id, product_id)',
      'CREATE INDEX transfer_line_product ON transfer_line(product_id)',
    ]);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a store only go forward.');
  }
}
