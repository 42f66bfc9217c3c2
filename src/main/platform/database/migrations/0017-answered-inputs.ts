import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from './run-all';

/** A digest of the input beside each answer that is kept, so that its key is refused for any other input. */
export class AnsweredInputs implements MigrationInterface {
  name = 'AnsweredInputs1780000000017';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, ['ALTER TABLE call_answer ADD COLUMN input_digest TEXT']);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a store only go forward.');
  }
}
