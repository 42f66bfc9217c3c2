import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly, runAll } from './run-all';

/** Channels, orders (an open one is a ticket), lines, taxes, payments, timeline, journal and summaries. */
export class SalesTables implements MigrationInterface {
  name = 'Sales1790000000005';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [
      `CREATE TABLE sales_channel (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        code TEXT NOT NULL COLLATE NOCASE,
        name TEXT NOT NULL COLLATE NOCASE,
        built_in INTEGER NOT NULL DEFAULT 0,
        active INTEGER NOT NULL DEFAULT 1,
        version INTEGER NOT NULL DEFAULT 1
      )`,
      'CREATE UNIQUE INDEX sales_channel_code ON sales_channel(code)',
      'CREATE UNIQUE INDEX sales_channel_name ON sales_channel(name)',

      // The day it was sold on is the store's at that moment, whatever its time zone is set to later.
      `CREATE TABLE sales_order (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        state TEXT NOT NULL,
        number TEXT,
        till_id INTEGER NOT NULL REFERENCES till(id),
        account_id INTEGER NOT NULL REFERENCES account(id),
        channel_id INTEGER NOT NULL REFERENCES sales_channel(id),
        location_id INTEGER NOT NULL REFERENCES location(id),
        parked_name TEXT,
        parked_at INTEGER,
        customer_id INTEGER REFERENCES account(id),
        customer_name TEXT NOT NULL DEFAULT '',
        customer_email TEXT NOT NULL DEFAULT '',
        customer_phone TEXT NOT NULL DEFAULT '',
        billing_address TEXT NOT NULL DEFAULT '',
        shipping_address TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        prices_include_tax INTEGER NOT NULL,
        tax_rounding TEXT NOT NULL,
        discount_kind TEXT,
        discount_value INTEGER,
        discount_approved_by_id INTEGER REFERENCES account(id),
        discount_approved_minor INTEGER,
        subtotal_minor INTEGER NOT NULL DEFAULT 0,
        discount_minor INTEGER NOT NULL DEFAULT 0,
        tax_minor INTEGER NOT NULL DEFAULT 0,
        shipping_minor INTEGER NOT NULL DEFAULT 0,
        shipping_tax_rate_milli_percent INTEGER NOT NULL DEFAULT 0,
        total_minor INTEGER NOT NULL DEFAULT 0,
        cash_rounding_minor INTEGER NOT NULL DEFAULT 0,
        paid_minor INTEGER NOT NULL DEFAULT 0,
        created_at INTEGER NOT NULL,
        ordered_at INTEGER,
        paid_at INTEGER,
        fulfilled_at INTEGER,
        sold_day TEXT,
        cancelled_at INTEGER,
        cancel_reason TEXT NOT NULL DEFAULT '',
        version INTEGER NOT NULL DEFAULT 1,
        CHECK ((state IN ('open','voided')) = (number IS NULL)),
        CHECK ((fulfilled_at IS NULL) = (sold_day IS NULL))
      )`,
      'CREATE UNIQUE INDEX sales_order_number ON sales_order(number) WHERE number IS NOT NULL',
      `CREATE UNIQUE INDEX sales_order_on_screen ON sales_order(till_id, account_id)
        WHERE state = 'open' AND parked_at IS NULL`,
      `CREATE INDEX sales_order_parked ON sales_order(parked_at) WHERE state = 'open' AND parked_at IS NOT NULL`,
      // Lists show the newest first, of all orders or of one state or channel.
      // Nearly all are fulfilled: those are found in the index of all, and cost no entry here.
      `CREATE INDEX sales_order_state ON sales_order(state, ordered_at)
        WHERE ordered_at IS NOT NULL AND state <> 'fulfilled'`,
      'CREATE INDEX sales_order_channel ON sales_order(channel_id, ordered_at) WHERE ordered_at IS NOT NULL',
      `CREATE INDEX sales_order_customer_name ON sales_order(customer_name) WHERE customer_name <> ''`,
      'CREATE INDEX sales_order_ordered_at ON sales_order(ordered_at) WHERE ordered_at IS NOT NULL',
      'CREATE INDEX sales_order_customer ON sales_order(customer_id, id) WHERE customer_id IS NOT NULL',

      `CREATE TABLE sales_order_line (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        order_id INTEGER NOT NULL REFERENCES sales_order(id),
        position INTEGER NOT NULL,
        product_id INTEGER NOT NULL REFERENCES product(id),
        category_id INTEGER REFERENCES category(id),
        name TEXT NOT NULL,
        sku TEXT NOT NULL,
        unit TEXT NOT NULL,
        quantity_milli INTEGER NOT NULL CHECK (quantity_milli > 0),
        list_price_minor INTEGER NOT NULL,
        unit_price_minor INTEGER NOT NULL,
        price_approved_by_id INTEGER REFERENCES account(id),
        price_approved_minor INTEGER,
        fixed_gross_minor INTEGER,
        standing_discount_milli_percent INTEGER NOT NULL DEFAULT 0,
        discount_kind TEXT,
        discount_value INTEGER,
        discount_approved_by_id INTEGER REFERENCES account(id),
        discount_approved_minor INTEGER,
        tax_rate_milli_percent INTEGER NOT NULL,
        note TEXT NOT NULL DEFAULT '',
        batch_id INTEGER REFERENCES batch(id),
        gross_minor INTEGER NOT NULL DEFAULT 0,
        own_discount_minor INTEGER NOT NULL DEFAULT 0,
        ticket_discount_minor INTEGER NOT NULL DEFAULT 0,
        net_minor INTEGER NOT NULL DEFAULT 0,
        tax_minor INTEGER NOT NULL DEFAULT 0,
        cost_minor INTEGER NOT NULL DEFAULT 0
      )`,
      'CREATE UNIQUE INDEX sales_order_line_position ON sales_order_line(order_id, position)',
      'CREATE INDEX sales_order_line_product ON sales_order_line(product_id, order_id)',
      // What was promised or sold stays as it was: only the cost is set later, when the goods leave.
      `CREATE TRIGGER sales_order_line_frozen BEFORE UPDATE OF order_id, position, product_id, name, sku, unit,
        quantity_milli, list_price_minor, unit_price_minor, fixed_gross_minor, standing_discount_milli_percent,
        discount_kind, discount_value, tax_rate_milli_percent, gross_minor, own_discount_minor, ticket_discount_minor,
        net_minor, tax_minor ON sales_order_line
        WHEN (SELECT state FROM sales_order WHERE id = OLD.order_id) <> 'open'
        BEGIN SELECT RAISE(ABORT, 'a placed order keeps its lines'); END`,
      `CREATE TRIGGER sales_order_line_kept BEFORE DELETE ON sales_order_line
        WHEN (SELECT state FROM sales_order WHERE id = OLD.order_id) <> 'open'
        BEGIN SELECT RAISE(ABORT, 'a placed order keeps its lines'); END`,

      // Which batch of which place is promised to which line, so that freeing and taking hit the same entry.
      `CREATE TABLE reservation (
        id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
        order_line_id INTEGER NOT NULL REFERENCES sales_order_line(id),
        stock_entry_id INTEGER NOT NULL REFERENCES stock_entry(id),
        quantity_milli INTEGER NOT NULL CHECK (quantity_milli > 0)
      )`,
      'CREATE INDEX reservation_line ON reservation(order_line_id)',
      'CREATE INDEX reservation_entry ON reservation(stock_entry_id)',

      `CREATE TABLE payment (
        id INTEGER PRIMARY KEY NOT NULL,
        order_id INTEGER NOT NULL REFERENCES sales_order(id),
        kind TEXT NOT NULL,
        amount_minor INTEGER NOT NULL,
        given_minor INTEGER NOT NULL DEFAULT 0,
        change_minor INTEGER NOT NULL DEFAULT 0,
        reference TEXT NOT NULL DEFAULT '',
        account_id INTEGER NOT NULL REFERENCES account(id),
        till_id INTEGER NOT NULL REFERENCES till(id),
        paid_at INTEGER NOT NULL,
        day TEXT NOT NULL
      )`,
      'CREATE INDEX payment_order ON payment(order_id)',
      ...appendOnly('payment'),

      `CREATE TABLE order_event (
        id INTEGER PRIMARY KEY NOT NULL,
        order_id INTEGER NOT NULL REFERENCES sales_order(id),
        kind TEXT NOT NULL,
        account_id INTEGER NOT NULL REFERENCES account(id),
        at INTEGER NOT NULL,
        note TEXT NOT NULL DEFAULT ''
      )`,
      'CREATE INDEX order_event_order ON order_event(order_id, id)',
      ...appendOnly('order_event'),

      // The whole document of each completed sale, as it was confirmed, one after another.
      `CREATE TABLE journal_entry (
        id INTEGER PRIMARY KEY NOT NULL,
        kind TEXT NOT NULL,
        order_id INTEGER NOT NULL REFERENCES sales_order(id),
        at INTEGER NOT NULL,
        document TEXT NOT NULL
      )`,
      ...appendOnly('journal_entry'),

      // Kept in the transaction of each sale; a day is the store's, as YYYY-MM-DD. The day stands before the
      // key, so that what a sale adds to lies together.
      `CREATE TABLE sales_summary (
        day TEXT NOT NULL,
        kind TEXT NOT NULL,
        key_id INTEGER NOT NULL,
        sales_count INTEGER NOT NULL DEFAULT 0,
        quantity_milli INTEGER NOT NULL DEFAULT 0,
        net_minor INTEGER NOT NULL DEFAULT 0,
        tax_minor INTEGER NOT NULL DEFAULT 0,
        cost_minor INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (kind, day, key_id)
      ) WITHOUT ROWID`,

      `CREATE TABLE tender_summary (
        day TEXT NOT NULL,
        kind TEXT NOT NULL,
        payment_count INTEGER NOT NULL DEFAULT 0,
        amount_minor INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (day, kind)
      ) WITHOUT ROWID`,
    ]);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a store only go forward.');
  }
}
