import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from './run-all';

/** How much money an approved price or discount may take off, in minor units: an approval covers no more. */
export class ApprovedReductions implements MigrationInterface {
  name = 'ApprovedReductions1780000000014';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [
      'ALTER TABLE sales_order ADD COLUMN discount_approved_minor INTEGER',
      'ALTER TABLE sales_order_line ADD COLUMN discount_approved_minor INTEGER',
      'ALTER TABLE sales_order_line ADD COLUMN price_approved_minor INTEGER',
    ]);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a store only go forward.');
  }
}
