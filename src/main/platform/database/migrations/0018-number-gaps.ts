import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, runAll } from './run-all';

/** Numbers that were given but are not in the store, because an older file was put back: they are not given again. */
export class NumberGaps implements MigrationInterface {
  name = 'NumberGaps1780000000018';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [
      `CREATE TABLE number_gap (
        id INTEGER PRIMARY KEY NOT NULL,
        series TEXT NOT NULL,
        from_number INTEGER NOT NULL,
        to_number INTEGER NOT NULL,
        found_at INTEGER NOT NULL,
        CHECK (to_number >= from_number)
      )`,
      ...appendOnly('number_gap'),
    ]);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a store only go forward.');
  }
}
