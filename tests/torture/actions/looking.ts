import type { Person } from '../person';
import type { Shop } from '../shop';
import { type Action, EVERYONE, someProduct } from './action';

type Look = (person: Person, shop: Shop) => Promise<unknown>;

/** The calls that windows make to show their pages. */
const LOOKS: readonly [Look, ...Look[]] = [
  (person) => person.read('alerts', 'unread'),
  (person, shop) =>
    person.read('alerts', 'listLocationThresholds', { productId: someProduct(person, shop).id }),
  (person) => person.read('audit', 'choices'),
  (person) => person.read('catalogue', 'supplierNames'),
  (person) => person.read('imports', 'list'),
  async (person) => {
    const done = person.random.maybeOneOf(await person.read('imports', 'list'));
    return done && person.read('imports', 'refusedRows', { importId: done.id });
  },
  (person) => person.read('issues', 'holders', {}),
  (person, { products }) =>
    person.read('labels', 'items', {
      refs: products.slice(0, 5).map(({ id }) => ({ of: 'product' as const, id })),
    }),
  (person) => person.read('overview', 'products', { categoryId: null }),
  (person) => person.read('overview', 'expiring', {}),
  (person) => person.read('notices', 'secrets'),
  (person) => person.read('notices', 'myChoices'),
  (person) => person.read('people', 'me'),
  (person) => person.read('people', 'tiles'),
  (person) => person.read('people', 'active', {}),
  (person) => person.read('people', 'approvers', { permissions: ['discountAndOverride'] }),
  (person) => person.read('people', 'listPeople'),
  (person) => person.read('people', 'permissions'),
  (person) => person.read('stock', 'freeLocationBarcode', {}),
  async (person) => {
    const { rows } = await person.read('stocktakes', 'list', { limit: 5 });
    const stocktake = person.random.maybeOneOf(rows);
    if (!stocktake) return undefined;
    const lines = await person.read('stocktakes', 'lines', { stocktakeId: stocktake.id, filter: 'counted' });
    const line = person.random.maybeOneOf(lines.rows);
    return line && person.read('stocktakes', 'counts', { lineId: line.id });
  },
  (person) => person.read('stores', 'status'),
  (person) => person.read('settings', 'get'),
  (person) => person.read('tasks', 'count'),
  (person) => person.read('tasks', 'assignees'),
];

export const lookingActions: readonly Action[] = [
  {
    name: 'look at a page',
    weight: 6,
    roles: EVERYONE,
    act: (person, shop) => person.random.oneOf(LOOKS)(person, shop),
  },
];
