import type { Outputs } from '#shared/contract/index';
import type { Person } from '../person';
import type { Shop } from '../shop';
import { type Action, STOCK_PEOPLE, someLocation, someMilli, someProduct } from './action';

type Draft = Outputs['issues']['get'];
type Holder = { accountId: number } | { name: string };

const issuing = (name: string, weight: number, act: Action['act']): Action => ({
  name,
  weight,
  roles: STOCK_PEOPLE,
  act,
});

async function someDraft(person: Person): Promise<Draft | undefined> {
  const { rows } = await person.read('issues', 'list', { states: ['draft'], limit: 5 });
  const head = person.random.maybeOneOf(rows);
  return head && person.read('issues', 'get', { id: head.id });
}

function someHolder({ random }: Person, { staff }: Shop): Holder {
  const account = random.maybeOneOf(staff);
  return account && random.chance(0.4)
    ? { accountId: account.id }
    : { name: random.oneOf(['Kitchen', 'Bar', 'Workshop']) };
}

/** Some outstanding lines of a holder, with their quantities. */
async function someOut(person: Person, most: number) {
  const { rows } = await person.read('issues', 'outstanding', { limit: 30 });
  return person.random.someOf(rows, most).map(({ issueLineId, outMilli, location }) => ({
    issueLineId,
    locationId: location.id,
    quantityMilli: person.random.chance(0.5) ? outMilli : Math.min(outMilli, 1000),
  }));
}

/** Goods issued to people for use, and their returns. */
export const issueActions: readonly Action[] = [
  issuing('start an issue', 1.5, (person, shop) => {
    const [locationId, holder] = [someLocation(person, shop), someHolder(person, shop)];
    return person.change('issues', 'start', () => ({ locationId, holder }));
  }),
  issuing('fill an issue', 5, async (person, shop) => {
    const draft = await someDraft(person);
    if (!draft) return;
    const product = someProduct(person, shop);
    const quantityMilli = someMilli(person, product, 3);
    const { code } = product;
    if (code && person.random.chance(0.5))
      await person.change('issues', 'scan', () => ({ documentId: draft.id, code }));
    else
      await person.change('issues', 'addLine', () => ({
        documentId: draft.id,
        productId: product.id,
        quantityMilli,
      }));
  }),
  issuing('edit an issue', 2, async (person, shop) => {
    const draft = await someDraft(person);
    if (!draft) return;
    const line = person.random.maybeOneOf(draft.lines);
    const choice = person.random.between(1, 3);
    if (choice === 1)
      await person.change('issues', 'change', (mark) => ({
        id: draft.id,
        version: draft.version,
        note: mark,
        holder: someHolder(person, shop),
      }));
    else if (line && choice === 2)
      await person.change('issues', 'setLine', () => ({
        lineId: line.id,
        version: line.version,
        quantityMilli: 1000,
      }));
    else if (line)
      await person.change('issues', 'removeLine', () => ({ lineId: line.id, version: line.version }));
  }),
  issuing('issue a draft', 3, async (person) => {
    const draft = await someDraft(person);
    if (draft) await person.change('issues', 'post', () => ({ id: draft.id, version: draft.version }));
  }),
  issuing('issue at once', 3, (person, shop) => {
    const { random } = person;
    const lines = random.someOf(shop.products, random.between(1, 3)).map((product) => ({
      productId: product.id,
      quantityMilli: someMilli(person, product, 2),
    }));
    const [locationId, holder] = [someLocation(person, shop), someHolder(person, shop)];
    return person.change('issues', 'postNow', (mark) => ({ locationId, holder, note: mark, lines }));
  }),
  issuing('discard or restore an issue', 1, async (person) => {
    const states = [person.random.oneOf(['draft', 'discarded'])];
    const { rows } = await person.read('issues', 'list', { states, limit: 5 });
    const head = person.random.maybeOneOf(rows);
    if (head)
      await person.change('issues', head.state === 'draft' ? 'discard' : 'restore', () => ({ id: head.id }));
  }),
  issuing('return something', 3, async (person) => {
    const [out] = await someOut(person, 1);
    if (out) await person.change('issues', 'returnGoods', (mark) => ({ ...out, reason: mark }));
  }),
  issuing('return several', 2, async (person) => {
    const lines = (await someOut(person, 3)).map(({ issueLineId, quantityMilli }) => ({
      issueLineId,
      quantityMilli,
    }));
    if (lines.length > 0) await person.change('issues', 'returnMany', (mark) => ({ lines, reason: mark }));
  }),
  issuing('use up', 1, async (person) => {
    const [out] = await someOut(person, 1);
    if (!out) return;
    const { issueLineId, quantityMilli } = out;
    await person.change('issues', 'usedUp', (mark) => ({ issueLineId, quantityMilli, reason: mark }));
  }),
  issuing('print an issue', 0.3, async (person) => {
    const { rows } = await person.read('issues', 'list', { limit: 5 });
    const head = person.random.maybeOneOf(rows);
    if (head) await person.read('issues', 'pdf', { id: head.id });
  }),
];
