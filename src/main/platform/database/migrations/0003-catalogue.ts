import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from './run-all';

/** Categories, suppliers by name, products, barcodes, images and the search indexes over them. */
export class CatalogueTables implements MigrationInterface {
  name = 'Catalogue1790000000003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [
      `CREATE TABLE category (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        parent_id INTEGER REFERENCES category(id),
        code TEXT NOT NULL COLLATE NOCASE,
        name TEXT NOT NULL COLLATE NOCASE,
        description TEXT NOT NULL DEFAULT '',
        status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active','inactive')),
        created_at INTEGER NOT NULL,
        created_by_id INTEGER NOT NULL REFERENCES account(id),
        changed_at INTEGER NOT NULL,
        changed_by_id INTEGER NOT NULL REFERENCES account(id),
        version INTEGER NOT NULL DEFAULT 1,
        deleted_at INTEGER
      )`,
      // Deleted categories are kept, so that sold lines and reports keep their names.
      'CREATE UNIQUE INDEX category_code ON category(code) WHERE deleted_at IS NULL',
      // NULL parents would each count as different, so the roots need a value of their own.
      `CREATE UNIQUE INDEX category_sibling_name ON category(COALESCE(parent_id, 0), name)
        WHERE deleted_at IS NULL`,
      'CREATE INDEX category_parent ON category(parent_id)',

      `CREATE TABLE supplier (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        name TEXT NOT NULL COLLATE NOCASE,
        deleted_at INTEGER
      )`,
      'CREATE UNIQUE INDEX supplier_name ON supplier(name)',

      `CREATE TABLE image (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        hash TEXT NOT NULL,
        media_type TEXT NOT NULL,
        bytes BLOB NOT NULL
      )`,
      'CREATE UNIQUE INDEX image_hash ON image(hash)',

      `CREATE TABLE product (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        name TEXT NOT NULL COLLATE NOCASE,
        description TEXT NOT NULL DEFAULT '',
        sku TEXT NOT NULL COLLATE NOCASE,
        category_id INTEGER REFERENCES category(id),
        supplier_id INTEGER REFERENCES supplier(id),
        image_id INTEGER REFERENCES image(id),
        price_minor INTEGER NOT NULL CHECK (price_minor >= 0),
        cost_minor INTEGER NOT NULL DEFAULT 0 CHECK (cost_minor >= 0),
        unit TEXT NOT NULL,
        tax_rate_milli_percent INTEGER NOT NULL CHECK (tax_rate_milli_percent BETWEEN 0 AND 100000),
        discount_milli_percent INTEGER NOT NULL DEFAULT 0 CHECK (discount_milli_percent BETWEEN 0 AND 100000),
        status TEXT NOT NULL DEFAULT 'active',
        threshold_milli INTEGER CHECK (threshold_milli >= 0),
        reorder_milli INTEGER CHECK (reorder_milli >= 0),
        created_at INTEGER NOT NULL,
        created_by_id INTEGER NOT NULL REFERENCES account(id),
        changed_at INTEGER NOT NULL,
        changed_by_id INTEGER NOT NULL REFERENCES account(id),
        version INTEGER NOT NULL DEFAULT 1
      )`,
      'CREATE UNIQUE INDEX product_sku ON product(sku)',
      'CREATE INDEX product_name ON product(name, id)',
      'CREATE INDEX product_price ON product(price_minor, id)',
      'CREATE INDEX product_cost ON product(cost_minor, id)',
      'CREATE INDEX product_created_at ON product(created_at, id)',
      'CREATE INDEX product_category ON product(category_id, name)',
      'CREATE INDEX product_status_name ON product(status, name, id)',
      'CREATE INDEX product_created_by ON product(created_by_id)',
      'CREATE INDEX product_supplier ON product(supplier_id) WHERE supplier_id IS NOT NULL',
      'CREATE INDEX product_image ON product(image_id) WHERE image_id IS NOT NULL',

      `CREATE TABLE product_barcode (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        product_id INTEGER NOT NULL REFERENCES product(id),
        code TEXT NOT NULL,
        kind TEXT NOT NULL,
        quantity_milli INTEGER NOT NULL DEFAULT 1000 CHECK (quantity_milli > 0)
      )`,
      'CREATE UNIQUE INDEX product_barcode_code ON product_barcode(code)',
      'CREATE INDEX product_barcode_product ON product_barcode(product_id)',

      // One document a product, as search-text.ts makes it: all its texts, and the beginnings of its words.
      // Trigrams find any part of three characters or more, and those beginnings behind marks.
      `CREATE VIRTUAL TABLE product_search USING fts5(
        text, starts, content='', contentless_delete=1, tokenize='trigram remove_diacritics 1')`,
      // What a foreign key did: nothing can be put into a category that was deleted in the meantime.
      ...['product', 'category'].flatMap((table) => {
        const column = table === 'product' ? 'category_id' : 'parent_id';
        const refuse = `WHEN EXISTS (SELECT 1 FROM category WHERE id = NEW.${column} AND deleted_at IS NOT NULL)
          BEGIN SELECT RAISE(ABORT, 'the category was deleted'); END`;
        return [
          `CREATE TRIGGER ${table}_category_insert BEFORE INSERT ON ${table} ${refuse}`,
          `CREATE TRIGGER ${table}_category_update BEFORE UPDATE OF ${column} ON ${table} ${refuse}`,
        ];
      }),
    ]);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a store only go forward.');
  }
}
