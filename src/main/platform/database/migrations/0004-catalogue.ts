import type { MigrationInterface, QueryRunner } from 'typeorm';
import { NEW_UUID } from '../uuid-column';
import { runAll } from './run-all';

/** Categories, products, barcodes, images and their search indexes. */
export class CatalogueTables implements MigrationInterface {
  name = 'Catalogue1790000000004';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [
      `CREATE TABLE "category" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "uuid" text NOT NULL DEFAULT (${NEW_UUID}),
        "parent_id" integer,
        "code" text NOT NULL COLLATE NOCASE,
        "name" text NOT NULL COLLATE NOCASE,
        "description" text NOT NULL DEFAULT '',
        "status" text NOT NULL DEFAULT 'active',
        "created_at" integer NOT NULL,
        "created_by_id" integer NOT NULL,
        "changed_at" integer NOT NULL,
        "changed_by_id" integer NOT NULL,
        "version" integer NOT NULL DEFAULT 1,
        "deleted_at" integer,
        CONSTRAINT "ck_category_status" CHECK (status IN ('active','inactive')),
        CONSTRAINT "fk_category_parent_id" FOREIGN KEY ("parent_id") REFERENCES "category" ("id"),
        CONSTRAINT "fk_category_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "account" ("id"),
        CONSTRAINT "fk_category_changed_by_id" FOREIGN KEY ("changed_by_id") REFERENCES "account" ("id")
      )`,
      // Deleted categories are kept, so that sold lines and reports keep their names.
      'CREATE UNIQUE INDEX category_code ON category(code) WHERE deleted_at IS NULL',
      // A unique index treats each NULL as different, so COALESCE gives all roots the same value.
      `CREATE UNIQUE INDEX category_sibling_name ON category(COALESCE(parent_id, 0), name)
        WHERE deleted_at IS NULL`,
      'CREATE INDEX category_parent ON category(parent_id)',

      `CREATE TABLE "image" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "hash" text NOT NULL,
        "media_type" text NOT NULL,
        "bytes" blob NOT NULL
      )`,
      'CREATE UNIQUE INDEX image_hash ON image(hash)',

      `CREATE TABLE "product" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "uuid" text NOT NULL DEFAULT (${NEW_UUID}),
        "name" text NOT NULL COLLATE NOCASE,
        "description" text NOT NULL DEFAULT '',
        "sku" text NOT NULL COLLATE NOCASE,
        "category_id" integer,
        "supplier_id" integer,
        "image_id" integer,
        "price_minor" integer NOT NULL,
        "cost_minor" integer NOT NULL DEFAULT 0,
        "unit" text NOT NULL,
        "tax_rate_milli_percent" integer NOT NULL,
        "discount_milli_percent" integer NOT NULL DEFAULT 0,
        "status" text NOT NULL DEFAULT 'active',
        "threshold_milli" integer,
        "reorder_milli" integer,
        "created_at" integer NOT NULL,
        "created_by_id" integer NOT NULL,
        "changed_at" integer NOT NULL,
        "changed_by_id" integer NOT NULL,
        "version" integer NOT NULL DEFAULT 1,
        CONSTRAINT "ck_product_price_minor" CHECK (price_minor >= 0),
        CONSTRAINT "ck_product_cost_minor" CHECK (cost_minor >= 0),
        CONSTRAINT "ck_product_tax_rate_milli_percent" CHECK (tax_rate_milli_percent BETWEEN 0 AND 100000),
        CONSTRAINT "ck_product_discount_milli_percent" CHECK (discount_milli_percent BETWEEN 0 AND 100000),
        CONSTRAINT "ck_product_threshold_milli" CHECK (threshold_milli >= 0),
        CONSTRAINT "ck_product_reorder_milli" CHECK (reorder_milli >= 0),
        CONSTRAINT "fk_product_category_id" FOREIGN KEY ("category_id") REFERENCES "category" ("id"),
        CONSTRAINT "fk_product_supplier_id" FOREIGN KEY ("supplier_id") REFERENCES "party" ("id"),
        CONSTRAINT "fk_product_image_id" FOREIGN KEY ("image_id") REFERENCES "image" ("id"),
        CONSTRAINT "fk_product_created_by_id" FOREIGN KEY ("created_by_id") REFERENCES "account" ("id"),
        CONSTRAINT "fk_product_changed_by_id" FOREIGN KEY ("changed_by_id") REFERENCES "account" ("id")
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

      `CREATE TABLE "product_barcode" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "product_id" integer NOT NULL,
        "code" text NOT NULL,
        "kind" text NOT NULL,
        "quantity_milli" integer NOT NULL DEFAULT 1000,
        CONSTRAINT "ck_product_barcode_quantity_milli" CHECK (quantity_milli > 0),
        CONSTRAINT "fk_product_barcode_product_id" FOREIGN KEY ("product_id") REFERENCES "product" ("id")
      )`,
      'CREATE UNIQUE INDEX product_barcode_code ON product_barcode(code)',
      'CREATE INDEX product_barcode_product ON product_barcode(product_id)',

      // One document per product, created by search-text.ts: all its texts, and the beginnings of its words. Trigrams
      // match any part of three or more characters, and those beginnings because they are padded with marks.
      `CREATE VIRTUAL TABLE product_search USING fts5(
        text, starts, content='', contentless_delete=1, tokenize='trigram remove_diacritics 1')`,
      // Like a foreign key for deleted categories: nothing can be put into a category that was deleted meanwhile.
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
