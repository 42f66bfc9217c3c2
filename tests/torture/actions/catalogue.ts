import type { Inputs } from '#shared/contract/index';
import type { Person } from '../person';
import type { Shop } from '../shop';
import { type Action, EVERYONE, STOCK_PEOPLE, someProduct } from './action';

type Bulk = Inputs['catalogue']['changeProducts']['change'];
type Change = Omit<Inputs['catalogue']['changeProduct'], 'id' | 'version'>;

const CODES = 200;

const naming = (name: string, weight: number, act: Action['act']): Action => ({
  name,
  weight,
  roles: STOCK_PEOPLE,
  act,
});

/** A store code; some are taken. */
const someCode = ({ random }: Person): string => `OWN-${random.between(1, CODES)}`;

function someCategory({ random }: Person, { categories }: Shop): number | null {
  return random.chance(0.2) ? null : (random.maybeOneOf(categories) ?? null);
}

/** A storekeeper cannot set prices: they leave them out or are refused. */
function someChange(person: Person, shop: Shop, isImported: boolean): Change {
  const { random } = person;
  const choice = random.between(1, 8);
  if (choice === 1 && !isImported) return { sku: `SKU-${random.between(1, CODES)}`, sameNameIsMeant: true };
  if (choice === 2)
    return { barcodes: [{ code: someCode(person) }, { code: someCode(person), quantityMilli: 6000 }] };
  if (choice === 3) return { thresholdMilli: random.chance(0.3) ? null : 1000 * random.between(0, 30) };
  if (choice === 4) return { status: random.oneOf(['active', 'active', 'active', 'inactive', 'archived']) };
  if (choice === 5) return { name: `Renamed ${random.between(1, 300)}`, sameNameIsMeant: random.chance(0.7) };
  if (choice === 6) return { categoryId: someCategory(person, shop) };
  return { priceMinor: random.between(0, 600), costMinor: random.between(0, 300) };
}

function someBulkChange(person: Person, shop: Shop): Bulk {
  const { random } = person;
  const choice = random.between(1, 4);
  if (choice === 1) return { what: 'category', categoryId: someCategory(person, shop) };
  if (choice === 2) return { what: 'taxRate', taxRateMilliPercent: random.oneOf([0, 8125, 9000, 23_000]) };
  if (choice === 3) return { what: 'status', status: 'active' };
  return { what: 'pricePercent', raiseMilliPercent: random.between(-5000, 6000) };
}

/** Products, their prices and their categories. */
export const catalogueActions: readonly Action[] = [
  naming('create a product', 2, (person, shop) => {
    const { random } = person;
    const categoryId = someCategory(person, shop);
    const priced = person.account.role !== 'storekeeper' || random.chance(0.3);
    return person.change('catalogue', 'createProduct', (mark) => ({
      name: `Product ${random.between(1, 500)}`,
      description: mark,
      categoryId,
      barcodes: random.chance(0.5) ? [{ code: someCode(person) }] : [],
      priceMinor: priced ? random.between(1, 500) : 0,
      costMinor: priced ? random.between(0, 200) : 0,
      unit: random.oneOf(['piece', 'piece', 'kg', 'pack']),
      taxRateMilliPercent: random.oneOf([0, 8125, 9000, 23_000]),
      discountMilliPercent: random.chance(0.1) ? 5000 : 0,
      thresholdMilli: random.chance(0.4) ? 5000 : null,
      sameNameIsMeant: random.chance(0.8),
    }));
  }),
  naming('change a product', 6, async (person, shop) => {
    const known = someProduct(person, shop);
    const { id, version } = await person.read('catalogue', 'product', { id: known.id });
    const change = someChange(person, shop, known.isImported);
    await person.change('catalogue', 'changeProduct', () => ({ id, version, ...change }));
  }),
  naming('change several products', 1, (person, shop) => {
    const { random } = person;
    const ids = random.someOf(shop.products, random.between(1, 20)).map(({ id }) => id);
    const change = someBulkChange(person, shop);
    return person.change('catalogue', 'changeProducts', () => ({ ids, change }));
  }),
  naming('delete a product', 0.5, (person, shop) => {
    const product = person.random.maybeOneOf(shop.products.slice(15)) ?? someProduct(person, shop);
    return person.change('catalogue', 'deleteProduct', () => ({ id: product.id }));
  }),
  naming('create a category', 0.8, (person, shop) => {
    const parentId = someCategory(person, shop);
    return person.change('catalogue', 'createCategory', (mark) => ({
      parentId,
      name: `Category ${person.random.between(1, 60)}`,
      description: mark,
    }));
  }),
  naming('change a category', 1, async (person, shop) => {
    const { random } = person;
    const category = random.maybeOneOf(await person.read('catalogue', 'listCategories'));
    if (!category) return;
    const { id, version } = category;
    const change = random.chance(0.5)
      ? { name: `Category ${random.between(1, 60)}` }
      : { parentId: someCategory(person, shop) };
    await person.change('catalogue', 'changeCategory', () => ({ id, version, ...change }));
  }),
  naming('delete a category', 0.6, async (person, shop) => {
    const id = someCategory(person, shop);
    if (id !== null) await person.change('catalogue', 'deleteCategory', () => ({ id }));
  }),
  {
    name: 'look for products',
    weight: 3,
    roles: EVERYONE,
    async act(person, shop) {
      const { name, code, id } = someProduct(person, shop);
      const choice = person.random.between(1, 4);
      if (choice === 1) await person.read('catalogue', 'findProducts', { text: name.slice(0, 4) });
      if (choice === 2) await person.read('catalogue', 'listProducts', { search: name, limit: 20 });
      if (choice === 3 && code) await person.read('scanning', 'product', { code });
      if (choice === 4) await person.read('catalogue', 'product', { id });
    },
  },
];
