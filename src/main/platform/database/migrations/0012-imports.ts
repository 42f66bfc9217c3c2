import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from './run-all';

/** Imports of products: the imports, their refused rows, the remembered meaning of columns, and the staging table. */
export class ImportTables implements MigrationInterface {
  name = 'Imports1790000000012';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [
      `CREATE TABLE "product_import" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "file_name" text NOT NULL,
        "headings" text NOT NULL,
        "state" text NOT NULL,
        "started_at" integer NOT NULL,
        "account_id" integer NOT NULL,
        "created" integer NOT NULL DEFAULT 0,
        "updated" integer NOT NULL DEFAULT 0,
        "unchanged" integer NOT NULL DEFAULT 0,
        "skipped" integer NOT NULL DEFAULT 0,
        "refused" integer NOT NULL DEFAULT 0,
        "refused_for" text NOT NULL DEFAULT '[]',
        CONSTRAINT "ck_product_import_state" CHECK (state IN ('running','done','cancelled','failed','interrupted')),
        CONSTRAINT "fk_product_import_account_id" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
      )`,
      // One import at a time: the staged rows belong to the running one.
      `CREATE UNIQUE INDEX product_import_running ON product_import(state) WHERE state = 'running'`,

      `CREATE TABLE "import_refusal" (
        "import_id" integer NOT NULL,
        "line" integer NOT NULL,
        "cells" text NOT NULL,
        "problems" text NOT NULL,
        PRIMARY KEY ("import_id", "line"),
        CONSTRAINT "fk_import_refusal_import_id" FOREIGN KEY ("import_id") REFERENCES "product_import" ("id")
      ) WITHOUT ROWID`,

      `CREATE TABLE "import_mapping" (
        "headings" text PRIMARY KEY NOT NULL,
        "choices" text NOT NULL,
        "used_at" integer NOT NULL
      ) WITHOUT ROWID`,

      // Products as they will be, with their ids, which are reserved for new products. before and after are the audit
      // trail's values for an existing product, and needs_reindex is set when its searchable text changes. The staging
      // table needs no foreign keys: its rows were checked one by one.
      `CREATE TABLE "staged_product" (
        "product_id" integer PRIMARY KEY NOT NULL,
        "is_new" integer NOT NULL,
        "version" integer NOT NULL,
        "name" text NOT NULL,
        "description" text NOT NULL,
        "sku" text NOT NULL,
        "category_id" integer,
        "supplier_id" integer,
        "price_minor" integer NOT NULL,
        "cost_minor" integer NOT NULL,
        "unit" text NOT NULL,
        "tax_rate_milli_percent" integer NOT NULL,
        "discount_milli_percent" integer NOT NULL,
        "status" text NOT NULL,
        "threshold_milli" integer,
        "reorder_milli" integer,
        "opening_milli" integer NOT NULL,
        "needs_reindex" integer NOT NULL,
        "before" text,
        "after" text
      )`,
      `CREATE TABLE "staged_barcode" (
        "id" integer PRIMARY KEY NOT NULL,
        "product_id" integer NOT NULL,
        "code" text NOT NULL,
        "kind" text NOT NULL
      )`,
      `CREATE TABLE "staged_category" (
        "id" integer PRIMARY KEY NOT NULL,
        "parent_id" integer,
        "name" text NOT NULL
      )`,
      `CREATE TABLE "staged_supplier" (
        "id" integer PRIMARY KEY NOT NULL,
        "name" text NOT NULL
      )`,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a store only go forward.');
  }
}
