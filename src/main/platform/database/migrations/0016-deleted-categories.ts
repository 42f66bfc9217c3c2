import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from './run-all';

/**
 * Deleted categories are hidden instead of removed, so that sold lines and reports keep their names. Codes and names
 * are unique among those that are left.
 */
export class DeletedCategories implements MigrationInterface {
  name = 'DeletedCategories1780000000016';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [
      'ALTER TABLE category ADD COLUMN deleted_at INTEGER',
      'DROP INDEX category_code',
      'CREATE UNIQUE INDEX category_code ON category(code) WHERE deleted_at IS NULL',
      'DROP INDEX category_sibling_name',
      `CREATE UNIQUE INDEX category_sibling_name ON category(COALESCE(parent_id, 0), name)
        WHERE deleted_at IS NULL`,
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
