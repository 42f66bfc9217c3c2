import type { Outputs } from '#shared/contract/index';
import type { Person } from '../person';
import type { Shop } from '../shop';
import {
  type Action,
  EVERYONE,
  MANAGERS,
  STOCK_PEOPLE,
  someDay,
  someLocation,
  someMilli,
  someProduct,
} from './action';

type Entry = Outputs['stock']['listEntries']['rows'][number];

const stocked = (name: string, weight: number, act: Action['act']): Action => ({
  name,
  weight,
  roles: STOCK_PEOPLE,
  act,
});

/** A batch of a delivery; there are few numbers, so that the same one comes again. */
function someBatch(person: Person, productId: number): { number: string; expiresOn: string | null } | null {
  const { random } = person;
  if (random.chance(0.6)) return null;
  const number = `B${productId}-${random.between(1, 4)}`;
  return { number, expiresOn: random.chance(0.9) ? `2031-01-0${number.at(-1)}` : someDay(person) };
}

async function someEntry(person: Person, shop: Shop): Promise<Entry | undefined> {
  const filter = { productId: someProduct(person, shop).id, limit: 20 };
  return person.random.maybeOneOf((await person.read('stock', 'listEntries', filter)).rows);
}

/** Stock changes by hand. */
export const stockActions: readonly Action[] = [
  stocked('receive', 16, (person, shop) => {
    const product = someProduct(person, shop);
    const { random } = person;
    const place = { productId: product.id, locationId: someLocation(person, shop) };
    const batch = someBatch(person, product.id);
    const quantityMilli = someMilli(person, product, 30);
    const cost = random.oneOf([
      undefined,
      { totalMinor: random.between(0, 5000) },
      { unitTenThousandths: random.between(0, 50_000) },
    ]);
    return person.change('stock', 'receive', (mark) => ({
      ...place,
      batch,
      quantityMilli,
      cost,
      reason: mark,
    }));
  }),
  stocked('add an entry', 2, (person, shop) => {
    const product = someProduct(person, shop);
    const place = { productId: product.id, locationId: someLocation(person, shop) };
    const openingMilli = person.random.chance(0.4) ? 0 : someMilli(person, product, 20);
    const batch = someBatch(person, product.id);
    return person.change('stock', 'addEntry', () => ({ ...place, batch, openingMilli }));
  }),
  stocked('remove an entry', 1, async (person, shop) => {
    const entry = await someEntry(person, shop);
    if (entry) await person.change('stock', 'removeEntry', () => ({ id: entry.id }));
  }),
  stocked('adjust', 5, async (person, shop) => {
    const entry = await someEntry(person, shop);
    if (!entry) return;
    const onHandMilli = 1000 * person.random.between(0, 40);
    await person.change('stock', 'adjust', (mark) => ({ entryId: entry.id, onHandMilli, reason: mark }));
  }),
  stocked('write off', 5, async (person, shop) => {
    const entry = await someEntry(person, shop);
    if (!entry) return;
    const quantityMilli = 1000 * person.random.between(1, 3);
    await person.change('stock', 'waste', (mark) => ({ entryId: entry.id, quantityMilli, reason: mark }));
  }),
  stocked('correct a batch', 1.5, async (person, shop) => {
    const { random } = person;
    const batches = await person.read('stock', 'listBatches', { productId: someProduct(person, shop).id });
    const batch = random.maybeOneOf(batches);
    if (!batch) return;
    const { id, version } = batch;
    const expiresOn = random.chance(0.2) ? null : someDay(person);
    await person.change('stock', 'changeBatch', (mark) => ({ id, version, expiresOn, reason: mark }));
  }),
  {
    name: 'look up stock',
    weight: 3,
    roles: EVERYONE,
    async act(person, shop) {
      const product = someProduct(person, shop);
      const choice = person.random.between(1, 4);
      if (choice === 1) await person.read('stock', 'history', { productId: product.id, limit: 50 });
      if (choice === 2) await person.read('stock', 'exportHistory', { productId: product.id });
      if (choice === 3 && product.code) await person.read('scanning', 'resolve', { code: product.code });
      if (choice === 4) await person.read('stock', 'listEntries', { search: product.name, lowOnly: true });
    },
  },
  {
    name: 'locations',
    weight: 1.5,
    roles: MANAGERS,
    async act(person) {
      const { random } = person;
      const locations = await person.read('stock', 'listLocations');
      const location = random.maybeOneOf(locations);
      const choice = random.between(1, 6);
      if (choice === 1 && locations.length < 8)
        await person.change('stock', 'createLocation', (mark) => ({
          name: mark,
          kind: 'storeroom' as const,
        }));
      if (!location) return;
      const { id, version } = location;
      if (choice === 2)
        await person.change('stock', 'changeLocation', () => ({
          id,
          version,
          kind: random.oneOf(['department', 'storeroom']),
        }));
      if (choice === 3) await person.change('stock', 'closeLocation', () => ({ id }));
      if (choice >= 4 && location.closedAt !== null)
        await person.change('stock', 'reopenLocation', () => ({ id }));
      if (choice === 5) await person.change('stock', 'deleteLocation', () => ({ id }));
      if (choice === 6 && random.chance(0.3))
        await person.change('stock', 'setSellingLocation', () => ({ id: random.chance(0.7) ? 1 : id }));
    },
  },
];
