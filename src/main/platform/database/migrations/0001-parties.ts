import type { MigrationInterface, QueryRunner } from 'typeorm';
import { NEW_UUID } from '../uuid-column';
import { runAll } from './run-all';

/** Customers and suppliers. */
export class PartyTables implements MigrationInterface {
  name = 'Parties1790000000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [
      `CREATE TABLE "party" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "uuid" text NOT NULL DEFAULT (${NEW_UUID}),
        "name" text NOT NULL COLLATE NOCASE,
        "email" text NOT NULL DEFAULT '',
        "is_customer" integer NOT NULL DEFAULT 0,
        "is_supplier" integer NOT NULL DEFAULT 0,
        "created_at" integer NOT NULL,
        "deleted_at" integer,
        "version" integer NOT NULL DEFAULT 1
      )`,
      'CREATE UNIQUE INDEX party_supplier_name ON party(name) WHERE is_supplier = 1 AND deleted_at IS NULL',
    ]);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a store only go forward.');
  }
}
