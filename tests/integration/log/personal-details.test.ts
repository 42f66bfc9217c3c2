import { afterEach, beforeEach, expect, test } from 'vitest';
import { verifyLog } from '#main/platform/log/verify-log';
import { stocked, ticketOf } from '../../support/sales';
import { openTestShop, type TestShop } from '../../support/test-store';

const SHOP = 1;
/** A name that occurs nowhere else in a test shop. */
const NAME = 'Kowalczyk';

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.close());

const handle = () => shop.store.database.handle;
const verify = () =>
  verifyLog(handle(), shop.store.services.chain, shop.store.services.numberKeeper.head).breaks;

/** Counts the entries whose own columns, which the chain covers, contain the name. */
const entriesWithName = () =>
  handle()
    .prepare(
      `SELECT COUNT(*) FROM log_entry
       WHERE instr(lower(label || ' ' || COALESCE(before, '') || COALESCE(after, '') || COALESCE(document, '')), lower(?))`,
    )
    .pluck()
    .get(NAME);

/** The admin gives the storekeeper the name in all of an account's fields. */
async function nameStorekeeper(): Promise<void> {
  await shop.as('admin').people.changeAccount({
    id: shop.accountIdOf('storekeeper'),
    version: 1,
    username: NAME.toLowerCase(),
    email: `zoe@${NAME.toLowerCase()}.example`,
    firstName: 'Zoe',
    lastName: NAME,
    department: `Team ${NAME}`,
  });
}

test('people are named beside the log, never in its chain', async () => {
  await nameStorekeeper();
  await shop.asNobody().people.register({
    username: `k.${NAME.toLowerCase()}`,
    email: '',
    firstName: 'Kim',
    lastName: NAME,
    password: 'copper-kettle-morning',
  });
  const tea = await stocked(shop, { name: 'Tea', priceMinor: 100, onHandMilli: 9000 });
  await shop.as('storekeeper').issues.start({ locationId: SHOP, holder: { name: `Mrs ${NAME}` } });
  await shop.as('admin').tasks.create({
    kind: 'other',
    text: 'Clean the shelves',
    assignee: { accountId: shop.accountIdOf('storekeeper') },
  });
  const ticketId = await ticketOf(shop.as('cashier'), tea);
  await shop.as('cashier').sales.parkTicket({ ticketId, name: `Mr ${NAME}` });

  const { rows } = await shop.as('manager').audit.list({});
  const named = rows.filter((row) => JSON.stringify(row).includes(NAME)).map(({ action }) => action);
  expect(named.toSorted()).toEqual(
    [
      'issues.start',
      'people.changeAccount',
      'people.register',
      'sales.parkTicket',
      'tasks.create',
    ].toSorted(),
  );
  expect(entriesWithName()).toBe(0);
  expect(verify()).toEqual([]);
});

test('the audit log shows them and finds entries by name', async () => {
  await nameStorekeeper();
  const { rows } = await shop.as('manager').audit.list({ search: 'kowal' });
  expect(rows).toMatchObject([
    { label: `Zoe ${NAME}`, before: { lastName: 'Test' }, after: { lastName: NAME }, erased: false },
  ]);
});

test('erasing them keeps the log intact, and the entry shows that they were erased', async () => {
  await nameStorekeeper();
  handle().exec('DELETE FROM log_personal');
  expect(verify()).toEqual([]);
  const { rows } = await shop.as('manager').audit.list({});
  expect(rows).toMatchObject([{ label: '', before: {}, after: {}, erased: true }]);
});

test('they can be deleted, but neither changed nor replaced', async () => {
  await nameStorekeeper();
  expect(() => handle().exec("UPDATE log_personal SET label = 'x'")).toThrow('log_personal never changes');
  expect(() =>
    handle().exec('INSERT OR REPLACE INTO log_personal (entry_id, salt) VALUES (1, zeroblob(16))'),
  ).toThrow('log_personal never changes');
});

test('a sale without a person writes nothing beside the log', async () => {
  const tea = await stocked(shop, { name: 'Tea', priceMinor: 100, onHandMilli: 9000 });
  const ticketId = await ticketOf(shop.as('cashier'), tea);
  await shop.as('cashier').sales.completeTicket({ ticketId, tenders: [{ kind: 'cash', amountMinor: 100 }] });
  expect(handle().prepare('SELECT COUNT(*) FROM log_personal').pluck().get()).toBe(0);
});
