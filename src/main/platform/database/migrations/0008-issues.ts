import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, runAll } from './run-all';

/** Goods handed out for use with their lines, and what became of them: returned, or used up. */
export class IssueTables implements MigrationInterface {
  name = 'Issues1790000000008';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [
      // The holder is an account, or a free name; a draft may not say it yet.
      `CREATE TABLE goods_issue (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        state TEXT NOT NULL DEFAULT 'draft',
        number TEXT,
        location_id INTEGER NOT NULL REFERENCES location(id),
        holder_account_id INTEGER REFERENCES account(id),
        holder_name TEXT COLLATE NOCASE,
        note TEXT NOT NULL DEFAULT '',
        created_at INTEGER NOT NULL,
        created_by_id INTEGER NOT NULL REFERENCES account(id),
        changed_by_id INTEGER NOT NULL REFERENCES account(id),
        issued_at INTEGER,
        issued_by_id INTEGER REFERENCES account(id),
        version INTEGER NOT NULL DEFAULT 1,
        CHECK (holder_account_id IS NULL OR holder_name IS NULL),
        CHECK ((state = 'issued') = (number IS NOT NULL)),
        CHECK ((state = 'issued') = (issued_at IS NOT NULL AND issued_by_id IS NOT NULL)),
        CHECK (state <> 'issued' OR holder_account_id IS NOT NULL OR holder_name IS NOT NULL)
      )`,
      'CREATE UNIQUE INDEX goods_issue_number ON goods_issue(number) WHERE number IS NOT NULL',
      'CREATE INDEX goods_issue_time ON goods_issue(COALESCE(issued_at, created_at), id)',
      'CREATE INDEX goods_issue_location ON goods_issue(location_id)',
      'CREATE INDEX goods_issue_account ON goods_issue(holder_account_id) WHERE holder_account_id IS NOT NULL',
      'CREATE INDEX goods_issue_name ON goods_issue(holder_name) WHERE holder_name IS NOT NULL',

      // A line of a draft may leave its batch open (any_batch) and has no cost; what was issued has one line for
      // each batch, with what it cost.
      `CREATE TABLE goods_issue_line (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        issue_id INTEGER NOT NULL REFERENCES goods_issue(id),
        position INTEGER NOT NULL,
        product_id INTEGER NOT NULL REFERENCES product(id),
        any_batch INTEGER NOT NULL DEFAULT 1,
        batch_id INTEGER REFERENCES batch(id),
        quantity_milli INTEGER NOT NULL CHECK (quantity_milli > 0),
        cost_minor INTEGER,
        returned_milli INTEGER NOT NULL DEFAULT 0 CHECK (returned_milli >= 0),
        used_up_milli INTEGER NOT NULL DEFAULT 0 CHECK (used_up_milli >= 0),
        version INTEGER NOT NULL DEFAULT 1,
        CHECK (any_batch = 0 OR batch_id IS NULL),
        CHECK (returned_milli + used_up_milli <= quantity_milli),
        CHECK (cost_minor IS NOT NULL OR returned_milli + used_up_milli = 0)
      )`,
      'CREATE INDEX goods_issue_line_of ON goods_issue_line(issue_id, product_id)',
      'CREATE INDEX goods_issue_line_product ON goods_issue_line(product_id)',
      `CREATE INDEX goods_issue_line_out ON goods_issue_line(product_id, issue_id)
        WHERE cost_minor IS NOT NULL AND returned_milli + used_up_milli < quantity_milli`,

      `CREATE TABLE goods_issue_closing (
        id INTEGER PRIMARY KEY NOT NULL,
        issue_line_id INTEGER NOT NULL REFERENCES goods_issue_line(id),
        kind TEXT NOT NULL,
        quantity_milli INTEGER NOT NULL CHECK (quantity_milli > 0),
        cost_minor INTEGER NOT NULL,
        location_id INTEGER REFERENCES location(id),
        reason TEXT NOT NULL DEFAULT '',
        closed_at INTEGER NOT NULL,
        account_id INTEGER NOT NULL REFERENCES account(id),
        CHECK ((kind = 'returned') = (location_id IS NOT NULL))
      )`,
      'CREATE INDEX goods_issue_closing_of ON goods_issue_closing(issue_line_id)',
      ...appendOnly('goods_issue_closing'),
    ]);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a store only go forward.');
  }
}
