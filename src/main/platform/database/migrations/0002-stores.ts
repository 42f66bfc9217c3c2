import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, runAll } from './run-all';

/** Settings, tills, gapless numbers, the audit trail and the answers of repeatable calls. */
export class StoresTables implements MigrationInterface {
  name = 'Stores1790000000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [
      `CREATE TABLE setting (
        key TEXT PRIMARY KEY NOT NULL,
        value TEXT NOT NULL,
        changed_at INTEGER NOT NULL,
        changed_by_id INTEGER REFERENCES account(id)
      )`,

      `CREATE TABLE till (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        created_at INTEGER NOT NULL
      )`,
      'CREATE UNIQUE INDEX till_code ON till(code)',

      // The last number of each kind of document, per till where till_id names one, else of the whole store.
      `CREATE TABLE number_series (
        id INTEGER PRIMARY KEY NOT NULL,
        till_id INTEGER REFERENCES till(id),
        kind TEXT NOT NULL,
        last_number INTEGER NOT NULL,
        CHECK (last_number > 0)
      )`,
      'CREATE UNIQUE INDEX number_series_kind ON number_series(kind, COALESCE(till_id, 0))',

      // Numbers that were given but are not in the store, because an older file was put back: they are not given again.
      `CREATE TABLE number_gap (
        id INTEGER PRIMARY KEY NOT NULL,
        series_id INTEGER NOT NULL REFERENCES number_series(id),
        from_number INTEGER NOT NULL,
        to_number INTEGER NOT NULL,
        found_at INTEGER NOT NULL,
        CHECK (to_number >= from_number)
      )`,
      ...appendOnly('number_gap'),

      `CREATE TABLE audit_entry (
        id INTEGER PRIMARY KEY NOT NULL,
        at INTEGER NOT NULL,
        account_id INTEGER REFERENCES account(id),
        approved_by_id INTEGER REFERENCES account(id),
        till_id INTEGER REFERENCES till(id),
        action TEXT NOT NULL,
        entity TEXT NOT NULL,
        entity_id INTEGER,
        label TEXT NOT NULL DEFAULT '',
        before TEXT,
        after TEXT
      )`,
      'CREATE INDEX audit_entry_entity ON audit_entry(entity, entity_id, id)',
      'CREATE INDEX audit_entry_account ON audit_entry(account_id, id)',
      'CREATE INDEX audit_entry_action ON audit_entry(action, id)',
      'CREATE INDEX audit_entry_at ON audit_entry(at)',
      ...appendOnly('audit_entry'),

      `CREATE TABLE call_answer (
        key TEXT PRIMARY KEY NOT NULL,
        account_id INTEGER REFERENCES account(id),
        call TEXT NOT NULL,
        input_digest TEXT,
        answer TEXT NOT NULL,
        answered_at INTEGER NOT NULL
      )`,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a store only go forward.');
  }
}
