import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Handle } from '#main/platform/database/database';
import { type AcknowledgedShop, openAcknowledgedShop } from '../../support/acknowledged-shop';
import { lookAtFile } from '../../support/storage';
import { temporaryFolder } from '../../support/temporary-folder';
import { compareEffects } from '../../torture/effects/all';
import { VERSIONED } from '../../torture/effects/versions';
import { CHECKS, findContradictions } from '../../torture/invariants';

const SALE = "(SELECT id FROM sales_order WHERE life = 'fulfilled')";
const STATEMENT = ';';

/** A fault for each rule of the file, as a person or a bug could cause it. */
const CONTRADICTIONS: Record<string, string> = {
  'the numbers of orders, each till from 1 without a gap': `UPDATE sales_order SET number = 'T1-000099' WHERE id = ${SALE}`,
  'the numbers of transfers, from 1 without a gap': "UPDATE transfer SET number = 'TR-000002'",
  'the numbers of issues, from 1 without a gap': "UPDATE goods_issue SET number = 'IS-000002'",
  'the numbers of stocktakes, from 1 without a gap': "UPDATE stocktake SET number = 'CT-000002'",
  'the last number of a till and the orders it numbered':
    "UPDATE number_series SET last_number = last_number + 1 WHERE kind = 'order'",
  'numbered orders with at least one line': `DELETE FROM sales_order_line WHERE order_id = ${SALE}`,
  'tickets that moved nothing, promised nothing and took no money': `UPDATE sales_order SET life = 'voided', number = NULL WHERE id = ${SALE}`,
  'orders not handed over that moved no stock': `UPDATE sales_order SET life = 'placed' WHERE id = ${SALE}`,
  'stock promised to the lines of open orders, whole': 'DELETE FROM reservation',
  'the document of each completed sale and each cancelled order in the log, once': `DELETE FROM log_entry WHERE entity = 'order' AND document IS NOT NULL AND entity_id = ${SALE}`,
  'documents of orders that were neither completed nor cancelled': `UPDATE sales_order SET life = 'placed' WHERE id = ${SALE}`,
  "the log's document and the order":
    "UPDATE log_entry SET document = json_set(document, '$.totals.totalMinor', 1)",
  "the lines in the log's document and the order's":
    "UPDATE log_entry SET document = json_set(document, '$.lines[0].quantityMilli', 1)",
  'completed sales paid in full, to the cent': `UPDATE sales_order SET paid_minor = paid_minor + 1 WHERE id = ${SALE}`,
  'cancelled and unpaid orders that keep no money': 'DELETE FROM payment WHERE amount_minor < 0',
  'money taken, given and returned as change': 'UPDATE payment SET change_minor = change_minor + 1',
  'the total of an order and its lines': `UPDATE sales_order_line SET net_minor = net_minor + 1 WHERE order_id = ${SALE}`,
  'what a line comes to and its discounts': `INSERT INTO order_adjustment (order_id, line_id, kind, amount_minor)
    SELECT order_id, id, 'line', 1 FROM sales_order_line WHERE order_id = ${SALE} LIMIT 1`,
  'the discount of a ticket and its shares': `INSERT INTO order_adjustment (order_id, kind, value_minor, amount_minor)
    VALUES (${SALE}, 'ticket', 1, 1)`,
  'the steps of an order and its events': "DELETE FROM order_event WHERE kind = 'paid'",
  'documents that are not final and moved no stock':
    "UPDATE transfer SET state = 'draft', number = NULL, posted_at = NULL, posted_by_id = NULL",
  'final documents with at least one line': 'DELETE FROM transfer_line',
  'posted stocktakes and the movements they made':
    'UPDATE stocktake_line SET difference_milli = difference_milli + 1',
  'the figures of a stocktake and its lines': 'UPDATE stocktake SET counted_count = counted_count + 1',
  'what was counted and the counts of it': 'UPDATE stocktake_count SET quantity_milli = quantity_milli + 1',
  'stock below zero that is marked so': 'UPDATE stock_movement SET below_zero = 1',
  'adjustments of cost and the movements that filled up stock below zero': `INSERT INTO cost_adjustment
    (adjusted_at, product_id, batch_id, movement_id, value_minor)
    SELECT moved_at, product_id, batch_id, id, 1 FROM stock_movement WHERE kind = 'sold' LIMIT 1`,
  'imports and the products they made': 'UPDATE product_import SET created = created + 1',
  'imports that were not finished and took in nothing': "UPDATE product_import SET state = 'interrupted'",
  'rows staged while no import runs': `INSERT INTO staged_product (product_id, is_new, version, name, description, sku,
    price_minor, cost_minor, unit, tax_rate_milli_percent, discount_milli_percent, status, opening_milli, needs_reindex)
    VALUES (99, 1, 1, '', '', '', 0, 0, 'piece', 0, 0, 'active', 0, 0)`,
  'products and their entries in the search index': 'DELETE FROM product_search WHERE rowid = 1',
  'live sessions of accounts that may not sign in': 'UPDATE account SET active = 0',
  'completed sales and orders in the audit trail, once each':
    "DELETE FROM log_entry WHERE action = 'sales.completeTicket'",
  // Product checks that no other test makes fail.
  'the value of stock by movements and adjustments and the average it is a share of, to the cent':
    'UPDATE stock_cost SET averaged_minor = averaged_minor + averaged_milli WHERE averaged_milli > 0',
  'a cost of goods below zero only where stock is below zero': 'UPDATE stock_cost SET below_zero_minor = 5',
  'sold lines and the movements they made': 'UPDATE sales_order_line SET quantity_milli = quantity_milli + 1',
  'what was issued, what of it came back, and the movements that made':
    'UPDATE goods_issue_line SET quantity_milli = quantity_milli + 1',
  'issued lines and what became of them':
    'UPDATE goods_issue_line SET used_up_milli = 1 WHERE returned_milli = 0',
};

/** A fault for each way in which the file can differ from what was acknowledged. */
const DIFFERENCES: ReadonlyArray<readonly [what: string, sql: string]> = [
  ['an acknowledged change that is not in the file', "DELETE FROM call_answer WHERE call = 'stock.receive'"],
  ['an acknowledged change with another answer in the file', "UPDATE call_answer SET answer = '{}'"],
  [
    'an answer that nobody asked for',
    "INSERT INTO call_answer VALUES ('a key', 1, 'stock.receive', 'digest', '{}', 1)",
  ],
  [
    'a change that was refused and is in the file',
    "INSERT INTO call_answer VALUES ('{refused}', 2, 'stock.waste', 'digest', '{}', 1)",
  ],
  [
    'a change that did not happen exactly as often as it was acknowledged',
    `INSERT INTO stock_movement (moved_at, kind, product_id, location_id, quantity_milli, before_milli, after_milli,
       value_minor, account_id, reason)
     SELECT moved_at, kind, product_id, location_id, quantity_milli, before_milli, after_milli, value_minor,
       account_id, reason FROM stock_movement WHERE kind = 'received' LIMIT 1`,
  ],
  [
    'a change that did not happen exactly as often as it was acknowledged',
    "UPDATE goods_issue_closing SET reason = ''",
  ],
  [
    'a line of a ticket that is not as it was acknowledged',
    'UPDATE sales_order_line SET quantity_milli = 3000',
  ],
  ['a line of a ticket that is not as it was acknowledged', 'DELETE FROM sales_order_line'],
  [
    'a line of a ticket that nobody added',
    `INSERT INTO sales_order_line (order_id, position, product_id, name, sku, unit, quantity_milli, list_price_minor,
       unit_price_minor, tax_rate_milli_percent) SELECT order_id, 99, product_id, name, sku, unit, 1000, 1, 1, 0
     FROM sales_order_line LIMIT 1`,
  ],
  [
    'a receipt whose sale is not in the file as it says',
    `UPDATE sales_order SET total_minor = total_minor - 1 WHERE id = ${SALE}`,
  ],
  [
    'a receipt whose sale is not in the file as it says',
    'UPDATE payment SET amount_minor = amount_minor + 1',
  ],
  [
    'how often something happened, by the audit trail',
    "DELETE FROM log_entry WHERE action = 'transfers.postNow'",
  ],
  ['how often something happened, by the rows', 'DELETE FROM stocktake_count WHERE id = 1'],
  ['how often something happened, by the rows', "DELETE FROM order_event WHERE kind = 'reprinted'"],
  ['a file that was not imported whole', "DELETE FROM product WHERE sku = 'IMP0-1-1'"],
];

const TABLES: Record<string, string> = {
  channel: 'sales_channel',
  issue: 'goods_issue',
  order: 'sales_order',
};

describe('the torture checks', () => {
  const copies = temporaryFolder();
  const copy = path.join(copies, 'store.sqlite');
  let acknowledged: AcknowledgedShop;
  let original: string;

  beforeAll(async () => {
    acknowledged = await openAcknowledgedShop();
    original = path.join(acknowledged.shop.folder, 'store.sqlite');
    await acknowledged.shop.store.close();
  });
  afterAll(() => {
    rmSync(copies, { recursive: true, force: true });
    rmSync(acknowledged.shop.folder, { recursive: true, force: true });
  });

  /** Copies the store's file without its guards and runs a statement on the copy. */
  const plant = (sql: string): void => {
    copyFileSync(original, copy);
    const handle = new SqliteDatabase(copy);
    const guards = handle.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all();
    handle.pragma('foreign_keys = OFF');
    handle.exec([...guards.map((name) => `DROP TRIGGER ${name}`), sql].join(STATEMENT));
    handle.close();
  };
  const contradictionsIn = (handle: Handle): string[] =>
    findContradictions(handle, 'full').map(({ what }) => what);
  const differencesIn = (handle: Handle): string[] => {
    const { record, known, accountIds } = acknowledged;
    const { differences } = compareEffects({ handle, record, shop: known, accountIds });
    return differences.map(({ what }) => what);
  };

  test('find nothing wrong with a shop that did a bit of everything', () => {
    copyFileSync(original, copy);
    expect(lookAtFile(copies, contradictionsIn)).toEqual([]);
    expect(lookAtFile(copies, differencesIn)).toEqual([]);
  });

  test('are all covered below', () => {
    expect(Object.keys(CONTRADICTIONS)).toEqual(expect.arrayContaining(CHECKS.map(([what]) => what)));
  });

  test.for(Object.entries(CONTRADICTIONS))('find a fault in %s', ([what, sql]) => {
    plant(sql);
    expect(lookAtFile(copies, contradictionsIn)).toContain(what);
  });

  test.for(DIFFERENCES)('find %s: %s', ([what, sql]) => {
    const refused = acknowledged.record.changes.find(({ outcome }) => outcome.kind === 'refused');
    plant(sql.replace('{refused}', refused?.key ?? ''));
    expect(lookAtFile(copies, differencesIn)).toContain(what);
  });

  test.for(Object.keys(VERSIONED))('find a %s that is older than acknowledged, or missing', (kind) => {
    const table = TABLES[kind] ?? kind;
    plant(`UPDATE ${table} SET version = version - 1`);
    expect(lookAtFile(copies, differencesIn)).toContain(`a ${kind} that is not as it was acknowledged`);
    plant(`DELETE FROM ${table}`);
    expect(lookAtFile(copies, differencesIn)).toContain(`an acknowledged ${kind} that is not in the file`);
  });

  test('find an overwritten page of the file', () => {
    const bytes = readFileSync(original);
    const pages = bytes.length / 4096;
    bytes.fill(0, 4096 * Math.floor(pages / 2), 4096 * Math.floor(pages / 2 + 1));
    writeFileSync(copy, bytes);
    const look = () => lookAtFile(copies, contradictionsIn);
    let found: string[] = [];
    try {
      found = look();
    } catch (error) {
      expect(error).toMatchObject({ code: 'SQLITE_CORRUPT' });
      return;
    }
    expect(found, `of ${pages} pages`).toContain('the file and its indexes');
  });
});
