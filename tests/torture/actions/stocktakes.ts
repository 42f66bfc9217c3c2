import type { Outputs } from '#shared/contract/index';
import type { Person } from '../person';
import { type Action, STOCK_PEOPLE, someLocation, someMilli, someProduct } from './action';

type Stocktake = Outputs['stocktakes']['list']['rows'][number];

const counting = (
  name: string,
  weight: number,
  act: (person: Person, stocktake: Stocktake, shop: Parameters<Action['act']>[1]) => Promise<unknown>,
): Action => ({
  name,
  weight,
  roles: STOCK_PEOPLE,
  async act(person, shop) {
    const { rows } = await person.read('stocktakes', 'list', { states: ['counting', 'review'], limit: 10 });
    const stocktake = person.random.maybeOneOf(rows);
    return stocktake ? act(person, stocktake, shop) : start.act(person, shop);
  },
});

const start: Action = {
  name: 'start a stocktake',
  weight: 0.7,
  roles: STOCK_PEOPLE,
  act(person, shop) {
    const { random } = person;
    const locationId = someLocation(person, shop);
    const categoryId = random.chance(0.6) ? (random.maybeOneOf(shop.categories) ?? null) : null;
    return person.change('stocktakes', 'start', (mark) => ({ locationId, categoryId, note: mark }));
  },
};

/** Counts of a location during its normal work. */
export const stocktakeActions: readonly Action[] = [
  start,
  counting('count a line', 6, async (person, { id }) => {
    const { rows } = await person.read('stocktakes', 'lines', { stocktakeId: id, limit: 40 });
    const line = person.random.maybeOneOf(rows);
    if (!line) return;
    const { productId, batchId } = line;
    const mode = person.random.oneOf(['set', 'set', 'add']);
    const quantityMilli = 1000 * person.random.between(1, 20);
    await person.change('stocktakes', 'count', () => ({
      stocktakeId: id,
      productId,
      batchId,
      mode,
      quantityMilli,
    }));
  }),
  counting('count by scan', 3, async (person, { id }, shop) => {
    const product = someProduct(person, shop);
    const { code } = product;
    if (code) await person.change('stocktakes', 'count', () => ({ stocktakeId: id, code }));
    else
      await person.change('stocktakes', 'count', () => ({
        stocktakeId: id,
        productId: product.id,
        quantityMilli: someMilli(person, product),
        beyondCategory: person.random.chance(0.2),
      }));
  }),
  counting('undo a count', 1, (person, { id }) =>
    person.change('stocktakes', 'undoCount', () => ({ stocktakeId: id })),
  ),
  counting('note on a count', 0.5, async (person, { id }) => {
    const { rows } = await person.read('stocktakes', 'lines', { stocktakeId: id, limit: 10 });
    const line = person.random.maybeOneOf(rows);
    if (line) await person.change('stocktakes', 'noteLine', (mark) => ({ lineId: line.id, note: mark }));
  }),
  counting('review', 1, (person, { id }) => person.change('stocktakes', 'review', () => ({ id }))),
  counting('post', 1.5, (person, { id, version }) => {
    const uncounted = person.random.oneOf(['leave', 'leave', 'leave', 'zero']);
    return person.change('stocktakes', 'post', () => ({ id, version, uncounted }));
  }),
  counting('cancel a stocktake', 0.3, (person, { id }) =>
    person.change('stocktakes', 'cancel', () => ({ id })),
  ),
  counting('look at a stocktake', 0.7, async (person, { id }) => {
    const choice = person.random.between(1, 2);
    if (choice === 1) await person.read('stocktakes', 'get', { id });
    else
      await person.read('stocktakes', 'sheet', { id, kind: person.random.oneOf(['count', 'differences']) });
  }),
];
