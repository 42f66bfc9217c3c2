import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from './run-all';

/** Imports of products: what was imported, what was refused of it, how columns were meant, and the staging. */
export class ImportTables implements MigrationInterface {
  name = 'Imports1790000000011';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [
      `CREATE TABLE product_import (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        file_name TEXT NOT NULL,
        headings TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('running','done','cancelled','failed','interrupted')),
        started_at INTEGER NOT NULL,
        account_id INTEGER NOT NULL REFERENCES account(id),
        created INTEGER NOT NULL DEFAULT 0,
        updated INTEGER NOT NULL DEFAULT 0,
        unchanged INTEGER NOT NULL DEFAULT 0,
        skipped INTEGER NOT NULL DEFAULT 0,
        refused INTEGER NOT NULL DEFAULT 0,
        refused_for TEXT NOT NULL DEFAULT '[]'
      )`,
      // One import at a time: what is staged is the running one's.
      `CREATE UNIQUE INDEX product_import_running ON product_import(state) WHERE state = 'running'`,

      `CREATE TABLE import_refusal (
        import_id INTEGER NOT NULL REFERENCES product_import(id),
        line INTEGER NOT NULL,
        cells TEXT NOT NULL,
        problems TEXT NOT NULL,
        PRIMARY KEY (import_id, line)
      ) WITHOUT ROWID`,

      `CREATE TABLE import_mapping (
        headings TEXT PRIMARY KEY NOT NULL,
        choices TEXT NOT NULL,
        used_at INTEGER NOT NULL
      ) WITHOUT ROWID`,

      // Products as they will be, under the ids they will have: for new ones reserved, so that nothing else
      // gets them. before and after are what the audit trail keeps of a product that was there already, which
      // needs_reindex when other words find it. Staging needs no keys: its rows have been checked one by one.
      `CREATE TABLE staged_product (
        product_id INTEGER PRIMARY KEY NOT NULL,
        is_new INTEGER NOT NULL,
        version INTEGER NOT NULL,
        name TEXT NOT NULL,
        description TEXT NOT NULL,
        sku TEXT NOT NULL,
        category_id INTEGER,
        supplier_id INTEGER,
        price_minor INTEGER NOT NULL,
        cost_minor INTEGER NOT NULL,
        unit TEXT NOT NULL,
        tax_rate_milli_percent INTEGER NOT NULL,
        discount_milli_percent INTEGER NOT NULL,
        status TEXT NOT NULL,
        threshold_milli INTEGER,
        reorder_milli INTEGER,
        opening_milli INTEGER NOT NULL,
        needs_reindex INTEGER NOT NULL,
        before TEXT,
        after TEXT
      )`,
      `CREATE TABLE staged_barcode (
        id INTEGER PRIMARY KEY NOT NULL,
        product_id INTEGER NOT NULL,
        code TEXT NOT NULL,
        kind TEXT NOT NULL
      )`,
      `CREATE TABLE staged_category (
        id INTEGER PRIMARY KEY NOT NULL,
        parent_id INTEGER,
        name TEXT NOT NULL
      )`,
      `CREATE TABLE staged_supplier (
        id INTEGER PRIMARY KEY NOT NULL,
        name TEXT NOT NULL
      )`,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a store only go forward.');
  }
}
