import type { Outputs } from '#shared/contract/index';
import type { Person } from '../person';
import type { Shop } from '../shop';
import { type Action, STOCK_PEOPLE, someLocation, someMilli, someProduct } from './action';

type Draft = Outputs['transfers']['get'];

const moving = (name: string, weight: number, act: Action['act']): Action => ({
  name,
  weight,
  roles: STOCK_PEOPLE,
  act,
});

async function someDraft(person: Person): Promise<Draft | undefined> {
  const { rows } = await person.read('transfers', 'list', { states: ['draft'], limit: 5 });
  const head = person.random.maybeOneOf(rows);
  return head && person.read('transfers', 'get', { id: head.id });
}

function twoPlaces(person: Person, shop: Shop): { fromLocationId: number; toLocationId: number } {
  const [fromLocationId, toLocationId] = [someLocation(person, shop), someLocation(person, shop)];
  return { fromLocationId, toLocationId };
}

/** Transfers between two locations: drafts that are filled and sent, and transfers in one step. */
export const transferActions: readonly Action[] = [
  moving('start a transfer', 1.5, (person, shop) => {
    const places = twoPlaces(person, shop);
    return person.change('transfers', 'start', () => places);
  }),
  moving('fill a transfer', 6, async (person, shop) => {
    const draft = await someDraft(person);
    if (!draft) return;
    const product = someProduct(person, shop);
    const quantityMilli = someMilli(person, product, 3);
    const { code } = product;
    if (code && person.random.chance(0.5))
      await person.change('transfers', 'scan', () => ({ documentId: draft.id, code, quantityMilli }));
    else
      await person.change('transfers', 'addLine', () => ({
        documentId: draft.id,
        productId: product.id,
        quantityMilli,
      }));
  }),
  moving('edit a transfer', 3, async (person, shop) => {
    const draft = await someDraft(person);
    const line = draft && person.random.maybeOneOf(draft.lines);
    if (!draft) return;
    const choice = person.random.between(1, 3);
    if (choice === 1)
      await person.change('transfers', 'change', (mark) => ({
        id: draft.id,
        version: draft.version,
        note: mark,
        ...(person.random.chance(0.3) && twoPlaces(person, shop)),
      }));
    else if (line && choice === 2)
      await person.change('transfers', 'setLine', () => ({
        lineId: line.id,
        version: line.version,
        quantityMilli: 1000,
      }));
    else if (line)
      await person.change('transfers', 'removeLine', () => ({ lineId: line.id, version: line.version }));
  }),
  moving('send a transfer', 3, async (person) => {
    const draft = await someDraft(person);
    if (draft) await person.change('transfers', 'post', () => ({ id: draft.id, version: draft.version }));
  }),
  moving('send at once', 3, (person, shop) => {
    const { random } = person;
    const lines = random.someOf(shop.products, random.between(1, 3)).map((product) => ({
      productId: product.id,
      quantityMilli: someMilli(person, product, 2),
    }));
    const places = twoPlaces(person, shop);
    return person.change('transfers', 'postNow', (mark) => ({ ...places, note: mark, lines }));
  }),
  moving('discard or restore a transfer', 1, async (person) => {
    const states = [person.random.oneOf(['draft', 'discarded'])];
    const { rows } = await person.read('transfers', 'list', { states, limit: 5 });
    const head = person.random.maybeOneOf(rows);
    if (head)
      await person.change('transfers', head.state === 'draft' ? 'discard' : 'restore', () => ({
        id: head.id,
      }));
  }),
  moving('print a transfer', 0.3, async (person) => {
    const { rows } = await person.read('transfers', 'list', { limit: 5 });
    const head = person.random.maybeOneOf(rows);
    if (head) await person.read('transfers', 'pdf', { id: head.id });
  }),
];
