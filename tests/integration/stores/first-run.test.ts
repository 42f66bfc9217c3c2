import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '#main/store';
import type { Inputs } from '#shared/contract/index';
import { temporaryFolder } from '../../support/temporary-folder';
import { clientOf, OPENING_TIME, openTestStore } from '../../support/test-store';

const WIZARD: Inputs['stores']['createStore'] = {
  name: 'Green Corner',
  currency: 'EUR',
  locale: 'de-AT',
  timeZone: 'Europe/Vienna',
  pricesIncludeTax: true,
  taxRatesMilliPercent: [20_000, 10_000],
  cashStepMinor: 5,
  admin: { username: 'ada', firstName: 'Ada', lastName: 'Okafor', password: 'a long enough secret' },
};

describe('the first run', () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = temporaryFolder();
    store = await openTestStore(folder, { now: OPENING_TIME });
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const nobody = () => clientOf(store, null);
  const rowsOf = (table: string) =>
    store.database.handle.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

  test('starts with a store status that is new, with the regional defaults of this machine', async () => {
    expect(await nobody().stores.status({})).toMatchObject({
      state: 'new',
      demo: false,
      entry: 'desktop',
      name: '',
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
  });

  test('creates the store, signs its admin in and returns a recovery code that works', async () => {
    const { token, signedIn, recoveryCode } = await nobody().stores.createStore(WIZARD);
    expect(signedIn).toMatchObject({
      account: { username: 'ada', role: 'admin' },
      till: { code: 'T1', name: 'Till 1' },
    });
    const admin = clientOf(store, token);
    expect(await admin.stock.listLocations({})).toMatchObject([
      { name: 'Shop', kind: 'department', isSellingLocation: true },
      { name: 'Storeroom', kind: 'storeroom', isSellingLocation: false },
    ]);
    expect(await admin.tills.list()).toEqual([
      { id: 1, code: 'T1', name: 'Till 1', locationName: 'Shop', drawerName: 'Till 1' },
    ]);
    expect((await admin.sales.listChannels({})).map(({ code }) => code)).toEqual([
      'counter',
      'phone',
      'online',
      'self-order',
    ]);
    expect(await nobody().stores.status({})).toMatchObject({
      state: 'ready',
      demo: false,
      name: 'Green Corner',
      currency: 'EUR',
      taxRatesMilliPercent: [20_000, 10_000],
      cashStepMinor: 5,
    });
    const recovered = await nobody().people.recover({
      login: 'ada',
      code: recoveryCode,
      newPassword: 'another long secret',
    });
    expect(recovered.signedIn.account.username).toBe('ada');
  });

  test('is over once the store exists', async () => {
    await nobody().stores.createStore(WIZARD);
    await expect(nobody().stores.createStore(WIZARD)).rejects.toMatchObject({ code: 'STORE_EXISTS' });
    await expect(nobody().stores.createDemoStore({})).rejects.toMatchObject({ code: 'STORE_EXISTS' });
  });

  test('binds the store to its key at once, so that another key is refused at the next start', async () => {
    await nobody().stores.createStore(WIZARD);
    await store.close();
    const key = path.join(folder, 'store.key');
    const right = readFileSync(key);
    writeFileSync(key, Buffer.alloc(right.length, 7));
    await expect(openTestStore(folder, { now: OPENING_TIME })).rejects.toMatchObject({
      problem: 'OTHER_KEY',
    });
    writeFileSync(key, right);
    store = await openTestStore(folder, { now: OPENING_TIME });
    expect(await nobody().stores.status({})).toMatchObject({ state: 'ready' });
  });

  test('creates one store when two run at the same moment', async () => {
    const both = await Promise.allSettled([
      nobody().stores.createStore(WIZARD),
      nobody().stores.createStore({ ...WIZARD, name: 'Other' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(rowsOf('account')).toBe(1);
    expect(rowsOf('till')).toBe(1);
  });

  test('leaves nothing behind when it fails half way', async () => {
    store.database.handle.exec(
      `CREATE TRIGGER no_storeroom BEFORE INSERT ON location WHEN NEW.kind = 'storeroom'
       BEGIN SELECT RAISE(ABORT, 'no room'); END`,
    );
    await expect(nobody().stores.createStore(WIZARD)).rejects.toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
    });
    for (const table of [
      'account',
      'setting',
      'till',
      'drawer',
      'location',
      'sales_channel',
      'recovery_code',
    ]) {
      expect(rowsOf(table), table).toBe(0);
    }
    expect(await nobody().stores.status({})).toMatchObject({ state: 'new' });
    store.database.handle.exec('DROP TRIGGER no_storeroom');
    await nobody().stores.createStore(WIZARD);
  });

  test.for([
    { field: 'timeZone', value: 'Mars/Olympus' },
    { field: 'locale', value: 'xx-nowhere' },
    { field: 'currency', value: 'ABC' },
  ])('refuses a $field this machine does not know', async ({ field, value }) => {
    const made = nobody().stores.createStore({ ...WIZARD, [field]: value });
    await expect(made).rejects.toMatchObject({ code: 'INPUT_INVALID', data: { issues: [{ field }] } });
  });

  test('needs a password of at least ten characters', async () => {
    const admin = { ...WIZARD.admin, password: 'too short' };
    await expect(nobody().stores.createStore({ ...WIZARD, admin })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      data: { issues: [{ field: 'admin.password' }] },
    });
  });
});
