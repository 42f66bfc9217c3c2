import { execFile } from 'node:child_process';
import { copyFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import BetterSqlite3, { type Database as Handle } from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { APPEND_ONLY_TABLES } from '#main/platform/database/migrations/run-all';
import { verifyLog } from '#main/platform/log/verify-log';
import type { LogBreak } from '#shared/contract/jobs';
import { stocked, ticketOf } from '../../support/sales';
import { openTestShop, openTestStore, type TestShop } from '../../support/test-store';
import { text } from '../../support/texts';
import { Random } from '../../torture/random';

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
  const tea = await stocked(shop, { name: 'Tea', priceMinor: 100, onHandMilli: 900_000 });
  for (const role of ['cashier', 'storekeeper'] as const) {
    await shop
      .as('admin')
      .people.changeAccount({ id: shop.accountIdOf(role), version: 1, firstName: `Jo ${role}` });
  }
  for (let sale = 0; sale < 10; sale++) {
    const ticketId = await ticketOf(shop.as('cashier'), tea);
    const tenders = [{ kind: 'cash' as const, amountMinor: 100 }];
    await shop.as('cashier').sales.completeTicket({ ticketId, tenders });
    await shop.as('admin').settings.change({ phone: `01 ${sale}` });
  }
});
afterEach(() => shop.close());

const head = () => shop.store.services.numberKeeper.head;
const verify = (handle: Handle = shop.store.database.handle) =>
  verifyLog(handle, shop.store.services.chain, head());
const reopen = async (between: () => void = () => undefined) => {
  await shop.store.close();
  between();
  shop.store = await openTestStore(shop.folder, shop.time);
};
const lastId = (handle: Handle): number =>
  Number(handle.prepare('SELECT max(id) FROM log_entry').pluck().get());

test('an unchanged log is intact, also after it is reopened', async () => {
  expect(verify().entries).toBeGreaterThan(20);
  expect(verify()).toMatchObject({ breaks: [], unchecked: 0 });
  await reopen();
  expect(verify()).toMatchObject({ breaks: [], unchecked: 0 });
});

test('a sale is one entry that carries its document', () => {
  const { handle } = shop.store.database;
  const sales = handle
    .prepare(
      "SELECT entity_id, COUNT(*) AS entries, COUNT(document) AS documents FROM log_entry WHERE action = 'sales.completeTicket' GROUP BY entity_id",
    )
    .all();
  expect(sales).toHaveLength(10);
  for (const sale of sales) expect(sale).toMatchObject({ entries: 1, documents: 1 });
});

test('a failed change leaves no entry, in the log or in the cached head', async () => {
  const before = head();
  await expect(shop.as('admin').settings.change({ timeZone: 'Nowhere' })).rejects.toThrow();
  expect(head()).toEqual(before);
  await shop.as('admin').settings.change({ phone: '02' });
  expect(head()?.id).toBe((before?.id ?? 0) + 1);
  expect(verify()).toMatchObject({ breaks: [] });
});

describe('tampering with the file is detected and located for', () => {
  let copy: Handle;
  beforeEach(() => {
    const file = path.join(shop.folder, 'copy.sqlite');
    shop.store.database.handle.prepare('VACUUM INTO ?').run(file);
    copy = new BetterSqlite3(file);
    for (const table of APPEND_ONLY_TABLES) {
      for (const guard of ['no_update', 'no_delete', 'no_replace'])
        copy.exec(`DROP TRIGGER ${table}_${guard}`);
    }
    copy.pragma('foreign_keys = OFF');
  });
  afterEach(() => copy.close());

  /** Changes the copy, returns the breaks found, and undoes the change. */
  function foundAfter(tamper: () => void): LogBreak[] {
    copy.exec('BEGIN');
    try {
      tamper();
      return verify(copy).breaks;
    } finally {
      copy.exec('ROLLBACK');
    }
  }

  const COLUMNS: [string, ...string[]] = [
    'at',
    'account_id',
    'till_id',
    'action',
    'entity',
    'entity_id',
    'label',
    'before',
    'after',
    'document',
    'personal_digest',
    'hash',
  ];

  /** Flips one bit of one value of an entry, unless the value is null or empty. @returns whether it did */
  function flip(id: number, column: string, random: Random): boolean {
    const value = copy
      .prepare<[number], unknown>(`SELECT ${column} FROM log_entry WHERE id = ?`)
      .pluck()
      .get(id);
    if (value === null || value === '') return false;
    const set = (expression: string, changed: unknown) =>
      copy.prepare(`UPDATE log_entry SET ${column} = ${expression} WHERE id = ?`).run(changed, id);
    if (typeof value === 'number') {
      set('?', value ^ (1 << random.between(0, 20)));
      return true;
    }
    const bytes = Buffer.from(value as string | Buffer);
    const at = random.between(0, bytes.length - 1);
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << random.between(0, 7)), at);
    set(typeof value === 'string' ? 'CAST(? AS TEXT)' : '?', bytes);
    return true;
  }

  test('personal details changed, added or given to another entry', () => {
    const [first = 0, second = 0] = copy
      .prepare<[], number>('SELECT entry_id FROM log_personal ORDER BY entry_id')
      .pluck()
      .all();
    const changed = (id: number): LogBreak => ({ kind: 'changed', entryId: id });
    copy.exec('DROP TRIGGER log_personal_no_update');
    const set = (what: string, id: number) => () =>
      copy.prepare(`UPDATE log_personal SET ${what} WHERE entry_id = ?`).run(id);
    expect(foundAfter(set("label = 'Someone else'", first))).toEqual([changed(first)]);
    expect(foundAfter(set('before = after', first))).toEqual([changed(first)]);
    expect(foundAfter(set('salt = zeroblob(16)', first))).toEqual([changed(first)]);
    const swapped = foundAfter(() => {
      set('entry_id = -1', first)();
      copy.prepare('UPDATE log_personal SET entry_id = ? WHERE entry_id = ?').run(first, second);
      copy.prepare('UPDATE log_personal SET entry_id = ? WHERE entry_id = -1').run(second);
    });
    expect(swapped).toEqual([changed(first), changed(second)]);
    const withoutDetails = lastId(copy);
    const added = foundAfter(() =>
      copy
        .prepare("INSERT INTO log_personal (entry_id, salt, label) VALUES (?, zeroblob(16), 'Someone')")
        .run(withoutDetails),
    );
    expect(added).toEqual([changed(withoutDetails)]);
  });

  const last = () => lastId(copy);
  const nextTo = (id: number): number => (id % last()) + 1;

  /** Ways to tamper with an entry, and the break that each must produce. */
  const TAMPERING = {
    flip: {
      tamper: (id: number, random: Random) => {
        let isDone = false;
        while (!isDone) isDone = flip(id, random.oneOf(COLUMNS), random);
      },
      found: (id: number): LogBreak => ({ kind: 'changed', entryId: id }),
    },
    delete: {
      tamper: (id: number) => copy.prepare('DELETE FROM log_entry WHERE id = ?').run(id),
      found: (id: number): LogBreak => ({ kind: 'missing', fromId: id, toId: id }),
    },
    swap: {
      tamper: (id: number) => {
        const other = nextTo(id);
        const swap = copy.prepare('UPDATE log_entry SET id = ? WHERE id = ?');
        swap.run(-1, id);
        swap.run(id, other);
        swap.run(other, -1);
      },
      found: (id: number): LogBreak => ({ kind: 'changed', entryId: Math.min(id, nextTo(id)) }),
    },
    truncate: {
      tamper: (id: number) => copy.prepare('DELETE FROM log_entry WHERE id >= ?').run(id),
      found: (id: number): LogBreak => ({ kind: 'missing', fromId: id, toId: last() }),
    },
  };

  test('a flipped bit, a deleted entry, two swapped entries and a truncated log, 1,000 times', () => {
    const random = new Random(20_261_127);
    for (let time = 0; time < 1000; time++) {
      const id = random.between(1, last());
      const way = random.oneOf(['flip', 'flip', 'delete', 'swap', 'truncate'] as const);
      const { tamper, found } = TAMPERING[way];
      const expected = found(id);
      expect(
        foundAfter(() => tamper(id, random)),
        `${way} ${id}`,
      ).toContainEqual(expected);
    }
  });

  test('an entry appended without the key', () => {
    const breaks = foundAfter(() =>
      copy.exec(
        `INSERT INTO log_entry (id, at, action, entity, hash) VALUES (${lastId(copy) + 1}, 0, 'tills.rename', 'till', zeroblob(32))`,
      ),
    );
    expect(breaks).toEqual([{ kind: 'changed', entryId: lastId(copy) + 1 }]);
  });
});

test('entries that the store lost are recorded when it is opened, and the log continues', async () => {
  const older = path.join(shop.folder, 'older.sqlite');
  const file = path.join(shop.folder, 'store.sqlite');
  await reopen(() => copyFileSync(file, older));
  const last = head()?.id ?? 0;
  await shop.as('admin').settings.change({ phone: '03' });
  await shop.as('admin').settings.change({ phone: '04' });
  await reopen(() => copyFileSync(older, file));
  const { rows } = await shop.as('admin').audit.list({});
  expect(rows[0]).toMatchObject({
    action: 'stores.loseEntries',
    after: { fromEntry: last + 1, toEntry: last + 2 },
  });
  expect(verify()).toMatchObject({ breaks: [], unchecked: 0 });
});

test('a store that lost its key starts a new segment: older entries cannot be checked, new ones can', async () => {
  const before = verify().entries;
  await reopen(() => rmSync(path.join(shop.folder, 'store.key')));
  expect(verify()).toMatchObject({ breaks: [], unchecked: before });
  const { handle } = shop.store.database;
  expect(handle.prepare('SELECT first_entry_id FROM log_segment ORDER BY id').pluck().all()).toEqual([
    1,
    before + 1,
  ]);
});

describe('npm run verify', () => {
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['scripts/verify.mjs', ...args], {
      env: { ...process.env, TILLROOM_DATA: shop.folder },
    });

  test('reports for an open store that its log is intact', async () => {
    const { stdout } = await run();
    const { entries } = verify();
    expect(stdout).toContain(text('jobs:logCheck.intact', { count: entries, entries }));
  });

  test('reports where the log was changed, in the words of the window, and exits with 1', async () => {
    const { handle } = shop.store.database;
    const newest = lastId(handle);
    handle.exec(
      `DROP TRIGGER log_entry_no_update; DROP TRIGGER log_entry_no_delete;
       UPDATE log_entry SET label = 'x' WHERE id = 3;
       DELETE FROM log_entry WHERE id IN (6, 7, 10);
       UPDATE log_entry SET hash = zeroblob(32) WHERE id = ${newest};`,
    );
    await expect(run()).rejects.toMatchObject({
      code: 1,
      stderr: [
        text('jobs:logCheck.broken'),
        `  ${text('jobs:logCheck.changed', { entry: 3 })}`,
        `  ${text('jobs:logCheck.missing', { count: 2, from: 6, to: 7 })}`,
        `  ${text('jobs:logCheck.missing', { count: 1, from: 10, to: 10 })}`,
        `  ${text('jobs:logCheck.changed', { entry: newest })}`,
        `  ${text('jobs:logCheck.replaced', { entry: newest })}`,
        '',
      ].join('\n'),
    });
  });

  test('creates no key where it is missing', async () => {
    rmSync(path.join(shop.folder, 'store.key'));
    await expect(run()).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('The key of the store is missing'),
    });
  });
});
