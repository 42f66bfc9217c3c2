import type { MigrationInterface, QueryRunner } from 'typeorm';
import { NEW_UUID } from '../uuid-column';
import { appendOnly, runAll } from './run-all';

/** Channels, orders (an open one is a ticket), lines, tenders, payments and timeline. */
export class SalesTables implements MigrationInterface {
  name = 'Sales1790000000006';

  async up(queryRunner: QueryRunner): Promise<void> {
    await runAll(queryRunner, [
      `CREATE TABLE "sales_channel" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "uuid" text NOT NULL DEFAULT (${NEW_UUID}),
        "code" text NOT NULL COLLATE NOCASE,
        "name" text NOT NULL COLLATE NOCASE,
        "built_in" integer NOT NULL DEFAULT 0,
        "active" integer NOT NULL DEFAULT 1,
        "version" integer NOT NULL DEFAULT 1
      )`,
      'CREATE UNIQUE INDEX sales_channel_code ON sales_channel(code)',
      'CREATE UNIQUE INDEX sales_channel_name ON sales_channel(name)',

      // sold_day is the day in the store's time zone at that moment, whatever the setting becomes later.
      `CREATE TABLE "sales_order" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "uuid" text NOT NULL DEFAULT (${NEW_UUID}),
        "life" text NOT NULL,
        "number" text,
        "till_id" integer NOT NULL,
        "account_id" integer NOT NULL,
        "channel_id" integer NOT NULL,
        "location_id" integer NOT NULL,
        "parked_name" text,
        "parked_at" integer,
        "customer_id" integer,
        "customer_name" text NOT NULL DEFAULT '',
        "customer_email" text NOT NULL DEFAULT '',
        "customer_phone" text NOT NULL DEFAULT '',
        "billing_address" text NOT NULL DEFAULT '',
        "shipping_address" text NOT NULL DEFAULT '',
        "note" text NOT NULL DEFAULT '',
        "prices_include_tax" integer NOT NULL,
        "tax_rounding" text NOT NULL,
        "subtotal_minor" integer NOT NULL DEFAULT 0,
        "discount_minor" integer NOT NULL DEFAULT 0,
        "tax_minor" integer NOT NULL DEFAULT 0,
        "shipping_minor" integer NOT NULL DEFAULT 0,
        "shipping_tax_rate_milli_percent" integer NOT NULL DEFAULT 0,
        "total_minor" integer NOT NULL DEFAULT 0,
        "cash_rounding_minor" integer NOT NULL DEFAULT 0,
        "paid_minor" integer NOT NULL DEFAULT 0,
        "cashier_name" text NOT NULL DEFAULT '',
        "till_name" text NOT NULL DEFAULT '',
        "receipt_text_id" integer,
        "created_at" integer NOT NULL,
        "ordered_at" integer,
        "paid_at" integer,
        "fulfilled_at" integer,
        "sold_day" text,
        "cancelled_at" integer,
        "cancel_reason" text NOT NULL DEFAULT '',
        "version" integer NOT NULL DEFAULT 1,
        CONSTRAINT "ck_sales_order_number" CHECK ((life IN ('open','voided')) = (number IS NULL)),
        CONSTRAINT "ck_sales_order_sold_day" CHECK ((fulfilled_at IS NULL) = (sold_day IS NULL)),
        CONSTRAINT "fk_sales_order_till_id" FOREIGN KEY ("till_id") REFERENCES "till" ("id"),
        CONSTRAINT "fk_sales_order_account_id" FOREIGN KEY ("account_id") REFERENCES "account" ("id"),
        CONSTRAINT "fk_sales_order_channel_id" FOREIGN KEY ("channel_id") REFERENCES "sales_channel" ("id"),
        CONSTRAINT "fk_sales_order_location_id" FOREIGN KEY ("location_id") REFERENCES "location" ("id"),
        CONSTRAINT "fk_sales_order_customer_id" FOREIGN KEY ("customer_id") REFERENCES "party" ("id"),
        CONSTRAINT "fk_sales_order_receipt_text_id" FOREIGN KEY ("receipt_text_id") REFERENCES "receipt_text" ("id")
      )`,
      'CREATE UNIQUE INDEX sales_order_number ON sales_order(number) WHERE number IS NOT NULL',
      `CREATE UNIQUE INDEX sales_order_on_screen ON sales_order(till_id, account_id)
        WHERE life = 'open' AND parked_at IS NULL`,
      `CREATE INDEX sales_order_parked ON sales_order(parked_at) WHERE life = 'open' AND parked_at IS NOT NULL`,
      // Lists show the newest first, of all orders, of one life or of one channel. Nearly all orders are fulfilled:
      // they are found in the index of all orders and need no entry in the index by life.
      `CREATE INDEX sales_order_life ON sales_order(life, ordered_at)
        WHERE ordered_at IS NOT NULL AND life <> 'fulfilled'`,
      'CREATE INDEX sales_order_channel ON sales_order(channel_id, ordered_at) WHERE ordered_at IS NOT NULL',
      `CREATE INDEX sales_order_customer_name ON sales_order(customer_name) WHERE customer_name <> ''`,
      'CREATE INDEX sales_order_ordered_at ON sales_order(ordered_at) WHERE ordered_at IS NOT NULL',
      'CREATE INDEX sales_order_customer ON sales_order(customer_id, id) WHERE customer_id IS NOT NULL',

      // A window may still show a removed line, so its id is never used again.
      `CREATE TABLE "sales_order_line" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "order_id" integer NOT NULL,
        "position" integer NOT NULL,
        "product_id" integer NOT NULL,
        "category_id" integer,
        "name" text NOT NULL,
        "sku" text NOT NULL,
        "unit" text NOT NULL,
        "quantity_milli" integer NOT NULL,
        "list_price_minor" integer NOT NULL,
        "unit_price_minor" integer NOT NULL,
        "price_approved_by_id" integer,
        "price_approved_minor" integer,
        "fixed_gross_minor" integer,
        "tax_rate_milli_percent" integer NOT NULL,
        "note" text NOT NULL DEFAULT '',
        "batch_id" integer,
        "returned_line_id" integer,
        "gross_minor" integer NOT NULL DEFAULT 0,
        "net_minor" integer NOT NULL DEFAULT 0,
        "tax_minor" integer NOT NULL DEFAULT 0,
        "cost_minor" integer NOT NULL DEFAULT 0,
        CONSTRAINT "ck_sales_order_line_quantity_milli" CHECK (quantity_milli <> 0),
        CONSTRAINT "ck_sales_order_line_returned_line_id" CHECK (returned_line_id IS NULL OR quantity_milli < 0),
        CONSTRAINT "fk_sales_order_line_order_id" FOREIGN KEY ("order_id") REFERENCES "sales_order" ("id"),
        CONSTRAINT "fk_sales_order_line_product_id" FOREIGN KEY ("product_id") REFERENCES "product" ("id"),
        CONSTRAINT "fk_sales_order_line_category_id" FOREIGN KEY ("category_id") REFERENCES "category" ("id"),
        CONSTRAINT "fk_sales_order_line_price_approved_by_id" FOREIGN KEY ("price_approved_by_id") REFERENCES "account" ("id"),
        CONSTRAINT "fk_sales_order_line_batch_id" FOREIGN KEY ("batch_id") REFERENCES "batch" ("id"),
        CONSTRAINT "fk_sales_order_line_returned_line_id" FOREIGN KEY ("returned_line_id") REFERENCES "sales_order_line" ("id")
      )`,
      'CREATE UNIQUE INDEX sales_order_line_position ON sales_order_line(order_id, position)',
      'CREATE INDEX sales_order_line_product ON sales_order_line(product_id, order_id)',
      `CREATE INDEX sales_order_line_returned ON sales_order_line(returned_line_id)
        WHERE returned_line_id IS NOT NULL`,
      // The lines of a placed order do not change; only the cost is set later, when the goods leave.
      `CREATE TRIGGER sales_order_line_frozen BEFORE UPDATE OF order_id, position, product_id, name, sku, unit,
        quantity_milli, list_price_minor, unit_price_minor, fixed_gross_minor, tax_rate_milli_percent, gross_minor,
        net_minor, tax_minor, returned_line_id ON sales_order_line
        WHEN (SELECT life FROM sales_order WHERE id = OLD.order_id) <> 'open'
        BEGIN SELECT RAISE(ABORT, 'a placed order keeps its lines'); END`,
      `CREATE TRIGGER sales_order_line_kept BEFORE DELETE ON sales_order_line
        WHEN (SELECT life FROM sales_order WHERE id = OLD.order_id) <> 'open'
        BEGIN SELECT RAISE(ABORT, 'a placed order keeps its lines'); END`,

      // A line contains its first tax itself; further taxes are rows here.
      `CREATE TABLE "order_line_tax" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "line_id" integer NOT NULL,
        "position" integer NOT NULL,
        "name" text NOT NULL,
        "rate_milli_percent" integer NOT NULL,
        "tax_minor" integer NOT NULL DEFAULT 0,
        CONSTRAINT "fk_order_line_tax_line_id" FOREIGN KEY ("line_id") REFERENCES "sales_order_line" ("id")
      )`,
      'CREATE UNIQUE INDEX order_line_tax_position ON order_line_tax(line_id, position)',
      ...['INSERT', 'UPDATE', 'DELETE'].map(
        (change) => `CREATE TRIGGER order_line_tax_${change.toLowerCase()} BEFORE ${change} ON order_line_tax
        WHEN (SELECT o.life FROM sales_order_line l JOIN sales_order o ON o.id = l.order_id
              WHERE l.id = ${change === 'INSERT' ? 'NEW' : 'OLD'}.line_id) <> 'open'
        BEGIN SELECT RAISE(ABORT, 'a placed order keeps its taxes'); END`,
      ),

      // The discounts of a line or of the whole ticket; a line without a discount has no row.
      `CREATE TABLE "order_adjustment" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "order_id" integer NOT NULL,
        "line_id" integer,
        "kind" text NOT NULL,
        "milli_percent" integer,
        "value_minor" integer,
        "approved_by_id" integer,
        "approved_minor" integer,
        "amount_minor" integer NOT NULL DEFAULT 0,
        CONSTRAINT "ck_order_adjustment_value" CHECK (milli_percent IS NULL OR value_minor IS NULL),
        CONSTRAINT "fk_order_adjustment_order_id" FOREIGN KEY ("order_id") REFERENCES "sales_order" ("id"),
        CONSTRAINT "fk_order_adjustment_line_id" FOREIGN KEY ("line_id") REFERENCES "sales_order_line" ("id"),
        CONSTRAINT "fk_order_adjustment_approved_by_id" FOREIGN KEY ("approved_by_id") REFERENCES "account" ("id")
      )`,
      'CREATE UNIQUE INDEX order_adjustment_line ON order_adjustment(line_id, kind) WHERE line_id IS NOT NULL',
      'CREATE UNIQUE INDEX order_adjustment_order ON order_adjustment(order_id, kind) WHERE line_id IS NULL',
      ...['INSERT', 'UPDATE', 'DELETE'].map(
        (
          change,
        ) => `CREATE TRIGGER order_adjustment_${change.toLowerCase()} BEFORE ${change} ON order_adjustment
        WHEN (SELECT life FROM sales_order WHERE id = ${change === 'INSERT' ? 'NEW' : 'OLD'}.order_id) <> 'open'
        BEGIN SELECT RAISE(ABORT, 'a placed order keeps its discounts'); END`,
      ),

      // Which stock entry is reserved for which line, so that releasing and taking affect the same entry.
      `CREATE TABLE "reservation" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "order_line_id" integer NOT NULL,
        "stock_entry_id" integer NOT NULL,
        "quantity_milli" integer NOT NULL,
        CONSTRAINT "ck_reservation_quantity_milli" CHECK (quantity_milli > 0),
        CONSTRAINT "fk_reservation_order_line_id" FOREIGN KEY ("order_line_id") REFERENCES "sales_order_line" ("id"),
        CONSTRAINT "fk_reservation_stock_entry_id" FOREIGN KEY ("stock_entry_id") REFERENCES "stock_entry" ("id")
      )`,
      'CREATE INDEX reservation_line ON reservation(order_line_id)',
      'CREATE INDEX reservation_entry ON reservation(stock_entry_id)',

      // The tenders that the store accepts: cash and cards in every store, later also its own.
      `CREATE TABLE "tender" (
        "id" integer PRIMARY KEY AUTOINCREMENT NOT NULL,
        "uuid" text NOT NULL DEFAULT (${NEW_UUID}),
        "kind" text NOT NULL,
        "name" text NOT NULL COLLATE NOCASE,
        "position" integer NOT NULL
      )`,
      'CREATE UNIQUE INDEX tender_name ON tender(name)',
      'CREATE UNIQUE INDEX tender_kind ON tender(kind, position)',

      `CREATE TABLE "payment" (
        "id" integer PRIMARY KEY NOT NULL,
        "order_id" integer NOT NULL,
        "tender_id" integer NOT NULL,
        "amount_minor" integer NOT NULL,
        "given_minor" integer NOT NULL DEFAULT 0,
        "change_minor" integer NOT NULL DEFAULT 0,
        "reference" text NOT NULL DEFAULT '',
        "account_id" integer NOT NULL,
        "till_id" integer NOT NULL,
        "paid_at" integer NOT NULL,
        "day" text NOT NULL,
        CONSTRAINT "fk_payment_order_id" FOREIGN KEY ("order_id") REFERENCES "sales_order" ("id"),
        CONSTRAINT "fk_payment_tender_id" FOREIGN KEY ("tender_id") REFERENCES "tender" ("id"),
        CONSTRAINT "fk_payment_account_id" FOREIGN KEY ("account_id") REFERENCES "account" ("id"),
        CONSTRAINT "fk_payment_till_id" FOREIGN KEY ("till_id") REFERENCES "till" ("id")
      )`,
      'CREATE INDEX payment_order ON payment(order_id)',
      ...appendOnly('payment'),

      `CREATE TABLE "order_event" (
        "id" integer PRIMARY KEY NOT NULL,
        "order_id" integer NOT NULL,
        "kind" text NOT NULL,
        "account_id" integer NOT NULL,
        "at" integer NOT NULL,
        "note" text NOT NULL DEFAULT '',
        CONSTRAINT "fk_order_event_order_id" FOREIGN KEY ("order_id") REFERENCES "sales_order" ("id"),
        CONSTRAINT "fk_order_event_account_id" FOREIGN KEY ("account_id") REFERENCES "account" ("id")
      )`,
      'CREATE INDEX order_event_order ON order_event(order_id, id)',
      ...appendOnly('order_event'),
    ]);
  }

  async down(): Promise<void> {
    throw new Error('Migrations of a store only go forward.');
  }
}
