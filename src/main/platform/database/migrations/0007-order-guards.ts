import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runAll } from './run-all';

const refuse = (why: string) => `BEGIN SELECT RAISE(ABORT, '${why}'); END`;

/** The condition that one of these columns changes; IS NOT also compares NULL. */
const changes = (...columns: string[]) =>
  `(${columns.map((column) => `NEW.${column} IS NOT OLD.${column}`).join(' OR ')})`;

/** An order with a number keeps it and what was agreed; once fulfilled or cancelled, also what was paid and when. */
export class OrderGuards implements MigrationInterface {
  name = 'OrderGuards1790000000007';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [
      `CREATE TRIGGER sales_order_frozen BEFORE UPDATE ON sales_order
        WHEN OLD.number IS NOT NULL AND ${changes(
          'id',
          'uuid',
          'number',
          'till_id',
          'account_id',
          'channel_id',
          'location_id',
          'customer_id',
          'prices_include_tax',
          'tax_rounding',
          'subtotal_minor',
          'discount_minor',
          'tax_minor',
          'shipping_minor',
          'shipping_tax_rate_milli_percent',
          'total_minor',
          'cashier_name',
          'till_name',
          'created_at',
          'ordered_at',
        )}
        ${refuse('a placed order keeps its number and its amounts')}`,
      `CREATE TRIGGER sales_order_settled BEFORE UPDATE ON sales_order
        WHEN OLD.life IN ('fulfilled', 'cancelled')
        AND ${changes('cash_rounding_minor', 'paid_minor', 'paid_at', 'fulfilled_at', 'sold_day', 'cancelled_at', 'receipt_text_id')}
        ${refuse('an order that is over keeps what was paid and when')}`,
      `CREATE TRIGGER sales_order_paid BEFORE UPDATE OF paid_at ON sales_order
        WHEN OLD.life = 'placed' AND OLD.paid_at IS NOT NULL AND NEW.paid_at IS NOT OLD.paid_at
        ${refuse('an order that was paid stays paid')}`,
      `CREATE TRIGGER sales_order_steps BEFORE UPDATE OF life ON sales_order
        WHEN OLD.number IS NOT NULL AND NEW.life <> OLD.life AND NOT (
          OLD.life = 'placed' AND (NEW.life = 'cancelled' OR (NEW.life = 'fulfilled' AND OLD.paid_at IS NOT NULL)))
        ${refuse('a placed order only moves forward')}`,
      `CREATE TRIGGER sales_order_kept BEFORE DELETE ON sales_order
        WHEN OLD.number IS NOT NULL ${refuse('a placed order is never deleted')}`,
      // REPLACE does not fire the DELETE trigger when recursive_triggers is off.
      `CREATE TRIGGER sales_order_no_replace BEFORE INSERT ON sales_order
        WHEN EXISTS (SELECT 1 FROM sales_order WHERE id = NEW.id AND number IS NOT NULL)
        OR (NEW.number IS NOT NULL AND EXISTS (SELECT 1 FROM sales_order WHERE number = NEW.number))
        ${refuse('a placed order is never deleted')}`,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a store only go forward.');
  }
}
