import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import SqliteDatabase, { type Database as Handle } from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkAgreement } from '#main/health/agreement';
import { type EntityClass, type OpenDatabase, openDatabase } from '#main/platform/database/database';
import { migrationNames } from '#main/platform/database/migrations/all';
import { makeOldStore } from '../../support/old-store';
import { neverInDoubt } from '../../support/storage';
import { temporaryFolder } from '../../support/temporary-folder';

/** Rows of a store after each migration, whose meaning later migrations must keep. */
const ROWS: Record<string, string> = {
  Parties1790000000001: `
    INSERT INTO party (id, name, is_supplier, created_at) VALUES (1, 'Tea House', 1, 1);
    INSERT INTO party (id, name, email, is_customer, created_at) VALUES (2, 'Bo Lee', 'bo@shop.example', 1, 1);`,
  People1790000000002: `
    INSERT INTO account (id, username, email, first_name, last_name, role, password_hash, created_at, changed_at)
    VALUES (1, 'ada', 'ada@shop.example', 'Ada', 'Okafor', 'admin', 'hash', 1, 1);
    INSERT INTO account (id, username, email, first_name, last_name, role, password_hash, party_id, created_at,
      changed_at)
    VALUES (2, 'bo', 'bo@shop.example', 'Bo', 'Lee', 'customer', 'hash', 2, 1, 1);
    INSERT INTO recovery_code (code_hash, made_at) VALUES ('hash', 1);
    INSERT INTO role_permission (role, permission, grant_kind) VALUES ('cashier', 'seeCost', 'yes');`,
  Stores1790000000003: `
    INSERT INTO location (id, name, kind, created_at, created_by_id, changed_at, changed_by_id)
    VALUES (1, 'Shop', 'department', 1, 1, 1, 1);
    INSERT INTO drawer (id, name, created_at) VALUES (1, 'Till 1', 1);
    INSERT INTO till (id, code, name, location_id, drawer_id, created_at) VALUES (1, 'T1', 'Till 1', 1, 1, 1);
    INSERT INTO setting (key, value, changed_at) VALUES ('name', '"Corner Shop"', 1);
    INSERT INTO receipt_text (id, name, address, tax_number, header, footer, locale, time_zone, created_at)
    VALUES (1, 'Corner Shop', '', '', '', '', 'en-IE', 'Europe/Dublin', 1);
    INSERT INTO session (account_id, till_id, token_hash, method, started_at, last_used_at, expires_at)
    VALUES (1, 1, 'hash', 'password', 1, 1, 2);
    INSERT INTO log_segment (first_entry_id, key_check) VALUES (1, 'check');
    INSERT INTO log_entry (at, account_id, till_id, action, entity, hash) VALUES (1, 1, 1, 'test', 'till', x'00');
    INSERT INTO call_answer (key, account_id, call, input_digest, answer, answered_at)
    VALUES ('key', 1, 'call', 'digest', '{}', 1);
    INSERT INTO job (account_id, kind, label, state, done, total, started_at, ended_at, summary, breaks, file_name,
      media_type, file_bytes)
    VALUES (1, 'auditExport', '', 'done', 3, 3, 1, 2, '{"rows":3}', '[]', 'audit.csv', 'text/csv', 40);
    INSERT INTO session (account_id, till_id, token_hash, method, started_at, last_used_at, expires_at, password_at,
      locked_at, ended_at, end_reason, taken_over_by_id)
    VALUES (1, 1, 'token', 'password', 1, 1, 9, 1, 2, 3, 'taken over', 1);
    INSERT INTO sign_in_failure (subject, account_id, failed_at) VALUES ('PIN of 1 at till 1', 1, 1);
    INSERT INTO sign_in_alert (account_id, failures, raised_at) VALUES (1, 20, 1);`,
  Catalogue1790000000004: `
    INSERT INTO category (id, code, name, created_at, created_by_id, changed_at, changed_by_id)
    VALUES (1, 'tea', 'Tea', 1, 1, 1, 1);
    INSERT INTO product (id, name, sku, category_id, supplier_id, price_minor, cost_minor, unit, tax_rate_milli_percent,
      created_at, created_by_id, changed_at, changed_by_id)
    VALUES (1, 'Assam', 'TEA-1', 1, 1, 500, 200, 'piece', 20000, 1, 1, 1, 1);
    INSERT INTO product_barcode (product_id, code, kind) VALUES (1, '4006381333931', 'ean13');
    INSERT INTO product_search (rowid, text, starts) VALUES (1, 'Assam TEA-1', '');
    INSERT INTO category (id, code, name, created_at, created_by_id, changed_at, changed_by_id, deleted_at)
    VALUES (2, 'tea', 'Tea', 1, 1, 2, 1, 2);`,
  Stock1790000000005: `
    INSERT INTO batch (id, product_id, number, expires_on, created_at) VALUES (1, 1, 'B1', '2026-12-01', 1);
    INSERT INTO stock_entry (product_id, location_id, batch_id, on_hand_milli) VALUES (1, 1, 1, 5000);
    INSERT INTO stock_cost (product_id, batch_id, averaged_milli, averaged_minor, averaged_at)
    VALUES (1, 1, 5000, 1000, 1);
    INSERT INTO stock_movement (moved_at, kind, product_id, location_id, batch_id, quantity_milli, before_milli,
      after_milli, value_minor, account_id)
    VALUES (1, 'opening', 1, 1, 1, 5000, 0, 5000, 1000, 1);`,
  Sales1790000000006: `
    INSERT INTO number_series (id, till_id, kind, last_number) VALUES (1, 1, 'order', 5);
    INSERT INTO number_gap (series_id, from_number, to_number, found_at) VALUES (1, 2, 5, 1);
    INSERT INTO sales_channel (id, code, name) VALUES (1, 'counter', 'Counter');
    INSERT INTO sales_order (id, life, number, till_id, account_id, channel_id, location_id, customer_id,
      customer_name, prices_include_tax, tax_rounding, total_minor, paid_minor, paid_at, created_at)
    VALUES (1, 'placed', 'T1-1', 1, 1, 1, 1, 2, 'Bo Lee', 1, 'rate', 500, 500, 1, 1);
    INSERT INTO tender (id, kind, name, position) VALUES (1, 'cash', 'Cash', 1);
    INSERT INTO payment (order_id, tender_id, amount_minor, account_id, till_id, paid_at, day)
    VALUES (1, 1, 500, 1, 1, 1, '2026-11-20');
    INSERT INTO sales_order (id, life, till_id, account_id, channel_id, location_id, prices_include_tax, tax_rounding,
      created_at)
    VALUES (2, 'open', 1, 1, 1, 1, 1, 'rate', 1);
    INSERT INTO sales_order_line (order_id, position, product_id, name, sku, unit, quantity_milli, list_price_minor,
      unit_price_minor, price_approved_minor, price_approved_by_id, tax_rate_milli_percent)
    VALUES (2, 1, 1, 'Assam', 'TEA-1', 'piece', 1000, 500, 450, 50, 1, 20000);
    INSERT INTO order_adjustment (order_id, line_id, kind, milli_percent, approved_minor, approved_by_id)
    VALUES (2, NULL, 'ticket', 10000, 22, 1), (2, 1, 'line', 50000, 225, 1);
    INSERT INTO order_line_tax (line_id, position, name, rate_milli_percent) VALUES (1, 1, 'City tax', 1000);
    INSERT INTO sales_order_line (order_id, position, product_id, name, sku, unit, quantity_milli, list_price_minor,
      unit_price_minor, tax_rate_milli_percent, returned_line_id)
    VALUES (2, 2, 1, 'Assam', 'TEA-1', 'piece', -1000, 500, 500, 20000, 1);`,
  OrderGuards1790000000007: `
    UPDATE sales_order SET life = 'fulfilled', fulfilled_at = 2, sold_day = '2026-11-20' WHERE id = 1;`,
  Transfers1790000000008: `
    INSERT INTO location (id, name, kind, created_at, created_by_id, changed_at, changed_by_id)
    VALUES (2, 'Storeroom', 'storeroom', 1, 1, 1, 1);
    INSERT INTO transfer (id, from_location_id, to_location_id, created_at, created_by_id, changed_by_id)
    VALUES (1, 1, 2, 1, 1, 1);
    INSERT INTO transfer_line (transfer_id, position, product_id, batch_id, any_batch, quantity_milli)
    VALUES (1, 1, 1, 1, 0, 1000);`,
  Issues1790000000009: `
    INSERT INTO goods_issue (id, state, number, location_id, holder_name, created_at, created_by_id, changed_by_id,
      posted_at, posted_by_id)
    VALUES (1, 'posted', 'IS-000001', 1, 'Kitchen', 1, 1, 1, 1, 1);
    INSERT INTO number_series (kind, last_number) VALUES ('issue', 1);
    INSERT INTO goods_issue_line (id, issue_id, position, product_id, batch_id, any_batch, quantity_milli, cost_minor,
      returned_milli)
    VALUES (1, 1, 1, 1, 1, 0, 2000, 400, 1000);
    INSERT INTO goods_issue_closing (issue_line_id, kind, quantity_milli, cost_minor, location_id, closed_at, account_id)
    VALUES (1, 'returned', 1000, 200, 1, 2, 1);
    INSERT INTO stock_movement (moved_at, kind, product_id, location_id, batch_id, quantity_milli, before_milli,
      after_milli, value_minor, account_id, cause, cause_id)
    VALUES (1, 'issued', 1, 1, 1, -2000, 5000, 3000, -400, 1, 'issue', 1),
      (2, 'issue returned', 1, 1, 1, 1000, 3000, 4000, 200, 1, 'issue', 1);
    UPDATE stock_entry SET on_hand_milli = 4000;`,
  Stocktakes1790000000010: `
    INSERT INTO stocktake (id, number, state, location_id, blind, line_count, counted_count, uncounted, started_at,
      started_by_id, closed_at, closed_by_id, changed_at, changed_by_id)
    VALUES (1, 'CT-000001', 'posted', 1, 1, 1, 1, 'leave', 1, 1, 2, 1, 2, 1);
    INSERT INTO number_series (kind, last_number) VALUES ('stocktake', 1);
    INSERT INTO stocktake_line (id, stocktake_id, product_id, batch_id, expected_milli, counted_milli,
      difference_milli, least_milli, most_milli)
    VALUES (1, 1, 1, 1, 5000, 5000, 0, 0, 0);
    INSERT INTO stocktake_count (line_id, stocktake_id, account_id, counted_at, mode, quantity_milli, movement_id,
      level_milli, came_milli, left_milli)
    VALUES (1, 1, 1, 1, 'set', 5000, 1, 5000, 0, 0);`,
  Alerts1790000000011: `
    INSERT INTO location_threshold (product_id, location_id, threshold_milli, changed_at, changed_by_id)
    VALUES (1, 1, 6000, 1, 1);
    INSERT INTO alert (id, kind, product_id, location_id, product_name, sku, unit, location_name, quantity_milli,
      threshold_milli, raised_at)
    VALUES (1, 'low stock', 1, 1, 'Assam', 'TEA-1', 'piece', 'Shop', 5000, 6000, 1);
    INSERT INTO alert_seen (account_id, alert_id, seen_at) VALUES (1, 1, 2);`,
  Imports1790000000012: `
    INSERT INTO product_import (id, file_name, headings, state, started_at, account_id, created, refused)
    VALUES (1, 'goods.csv', '["Name"]', 'done', 1, 1, 1, 1);
    INSERT INTO import_refusal (import_id, line, cells, problems) VALUES (1, 2, '[""]', '[]');
    INSERT INTO import_mapping (headings, choices, used_at) VALUES ('["name"]', '{}', 1);`,
  Tasks1790000000013: `
    INSERT INTO task (kind, role, location_id, state, seen_at, seen_by_id, closed_at, closed_by_id, created_at,
      created_by_id, changed_by_id)
    VALUES ('count', 'storekeeper', 1, 'done', 1, 1, 2, 1, 1, 1, 1);`,
  Notices1790000000014: `
    INSERT INTO secret (name, sealed, kept_by, set_at, set_by_id) VALUES ('mail password', x'00', 'key file', 1, 1);
    INSERT INTO notice_choice (account_id, mail) VALUES (1, 1);
    INSERT INTO notice (alert_id, account_id, channel, address, title, body, created_at, next_try_at)
    SELECT id, 1, 'mail', 'ada@shop.example', 'Low stock', 'Buy more', 1, 1 FROM alert;`,
};

describe('migrations', () => {
  let folder: string;
  let file: string;
  let opened: OpenDatabase | undefined;
  beforeEach(() => {
    folder = temporaryFolder();
    file = path.join(folder, 'store.sqlite');
  });
  afterEach(async () => {
    await opened?.close();
    opened = undefined;
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (entities: readonly EntityClass[] = []): Promise<OpenDatabase> => {
    opened = await openDatabase(file, entities, neverInDoubt);
    return opened;
  };
  const inFile = (work: (handle: Handle) => void): void => {
    const handle = new SqliteDatabase(file);
    work(handle);
    handle.close();
  };
  /** A store with only the first migrations and some rows. */
  const makeOfVersion = async (version: number): Promise<void> => {
    await makeOldStore(file, version);
    inFile((handle) => {
      // Referenced rows may come with a later migration.
      handle.pragma('foreign_keys = OFF');
      for (const name of migrationNames.slice(0, version)) handle.exec(ROWS[name] ?? '');
    });
  };
  const tablesOf = (handle: Handle): string[] =>
    handle
      .prepare<[], string>(
        `SELECT name FROM sqlite_schema
         WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'product_search_%'`,
      )
      .pluck()
      .all();
  const rowCounts = (handle: Handle) =>
    Object.fromEntries(
      tablesOf(handle)
        .filter((table) => table !== 'migration')
        .map((table) => [table, handle.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]),
    );

  test('a new file gets all of them and none is pending', async () => {
    const { handle, dataSource } = await open();
    expect(handle.prepare('SELECT name FROM migration ORDER BY id').pluck().all()).toEqual(migrationNames);
    expect(handle.pragma('user_version', { simple: true })).toBe(migrationNames.length);
    expect(await dataSource.showMigrations()).toBe(false);
    expect(readdirSync(folder)).not.toContain('backups');
  });

  test('each of them has rows to test with', () => {
    expect(Object.keys(ROWS)).toEqual(migrationNames);
  });

  test.for(migrationNames.map((name, index) => ({ name, version: index + 1 })))(
    'a store with rows that ends with $name is updated and keeps them',
    async ({ version }) => {
      await makeOfVersion(version);
      let before: Record<string, unknown> = {};
      inFile((handle) => {
        before = rowCounts(handle);
      });
      const { handle } = await open();
      expect(rowCounts(handle)).toMatchObject(before);
      expect(handle.pragma('user_version', { simple: true })).toBe(migrationNames.length);
      expect(checkAgreement(handle)).toEqual([]);
      const copies = version < migrationNames.length ? [`before-update-${version}-store.sqlite`] : [];
      const backups = path.join(folder, 'backups');
      expect(copies).toEqual(readdirSync(folder).includes('backups') ? readdirSync(backups) : []);
    },
  );

  test('the copy made before an update is the store before the update', async () => {
    await makeOfVersion(4);
    await open();
    const copy = new SqliteDatabase(path.join(folder, 'backups/before-update-4-store.sqlite'), {
      readonly: true,
    });
    expect(copy.prepare('SELECT name FROM migration ORDER BY id').pluck().all()).toEqual(
      migrationNames.slice(0, 4),
    );
    expect(copy.prepare('SELECT name FROM product').pluck().all()).toEqual(['Assam']);
    copy.close();
  });

  test('an interrupted update is started again', async () => {
    await makeOfVersion(5);
    inFile((handle) => handle.pragma('user_version = -1'));
    const { handle } = await open();
    expect(handle.pragma('user_version', { simple: true })).toBe(migrationNames.length);
    expect(tablesOf(handle)).toContain('sales_order');
  });

  test('an update that leaves dangling references is refused, now and at the next start', async () => {
    await makeOfVersion(5);
    inFile((handle) => {
      handle.pragma('foreign_keys = OFF');
      handle.exec(`UPDATE product SET category_id = 99`);
    });
    const halfWay = {
      problem: 'HALF_MIGRATED',
      message: expect.stringContaining(path.join(folder, 'backups')),
    };
    await expect(open()).rejects.toMatchObject(halfWay);
    await expect(open()).rejects.toMatchObject(halfWay);
  });
});
