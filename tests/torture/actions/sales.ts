import type { Inputs, Outputs } from '#shared/contract/index';
import type { Person } from '../person';
import type { Shop } from '../shop';
import { type Action, CASHIERS, someMilli, someProduct } from './action';

type Ticket = NonNullable<Outputs['sales']['currentTicket']>;
type Discount = Inputs['sales']['discountTicket']['discount'];
type Tenders = Inputs['sales']['completeTicket']['tenders'];

const sell = (name: string, weight: number, act: Action['act']): Action => ({
  name,
  weight,
  roles: CASHIERS,
  act,
});

/** An action on the person's open ticket; without one, a product is added instead. */
const onTicket = (
  name: string,
  weight: number,
  act: (person: Person, ticket: Ticket, shop: Shop) => Promise<unknown>,
): Action =>
  sell(name, weight, async (person, shop) => {
    const ticket = await person.read('sales', 'currentTicket');
    return ticket && ticket.lines.length > 0 ? act(person, ticket, shop) : scan(person, shop);
  });

const onLine = (
  name: string,
  weight: number,
  act: (person: Person, line: Ticket['lines'][number], shop: Shop) => Promise<unknown>,
): Action =>
  onTicket(name, weight, (person, ticket, shop) => {
    const line = person.random.maybeOneOf(ticket.lines);
    return line ? act(person, line, shop) : Promise.resolve();
  });

/** An approval sent by a cashier: mostly when it is needed, occasionally a wrong one. */
function approvalOf({ account, random }: Person, { approver }: Shop): Inputs['sales']['scan']['approval'] {
  if (account.role !== 'cashier' || random.chance(0.3)) return undefined;
  return random.chance(0.03) ? { ...approver, pin: '000111' } : { ...approver };
}

function someDiscount({ random }: Person): Discount {
  if (random.chance(0.2)) return null;
  return random.chance(0.5)
    ? { kind: 'percent', milliPercent: random.between(0, 100) * 500 }
    : { kind: 'amount', minor: random.between(0, 150) };
}

async function scan(person: Person, shop: Shop): Promise<unknown> {
  const product = someProduct(person, shop);
  const { code } = product;
  if (person.random.chance(0.04))
    return person.change('sales', 'scan', () => ({ code: `unknown ${person.random.between(1, 99)}` }));
  if (code === null || person.random.chance(0.3)) {
    const quantityMilli = someMilli(person, product);
    return person.change('sales', 'addLine', () => ({ productId: product.id, quantityMilli }));
  }
  const approval = person.random.chance(0.1) ? approvalOf(person, shop) : undefined;
  return person.change('sales', 'scan', () => ({ code, approval }));
}

/** Tenders for the amount due: exact, more in cash, split, or occasionally too little or too much. */
export function someTenders({ random }: Person, dueMinor: number): Tenders {
  const card = { kind: 'card' as const, amountMinor: Math.max(1, dueMinor) };
  const cash = { kind: 'cash' as const, amountMinor: dueMinor };
  const part = random.between(1, Math.max(1, dueMinor - 1));
  return random.weighted<{ weight: number; tenders: Tenders }>([
    { weight: 4, tenders: [{ ...cash, amountMinor: dueMinor + 5000 }] },
    { weight: 3, tenders: [card] },
    {
      weight: 2,
      tenders: [
        { ...card, amountMinor: part },
        { ...cash, amountMinor: dueMinor },
      ],
    },
    {
      weight: 1,
      tenders: [
        { ...cash, amountMinor: part },
        { ...card, amountMinor: Math.max(1, dueMinor - part) },
      ],
    },
    { weight: 0.2, tenders: [{ ...cash, amountMinor: Math.floor(dueMinor / 2) }] },
    { weight: 0.2, tenders: [{ ...card, amountMinor: dueMinor + 100 }] },
  ]).tenders;
}

async function pay(person: Person, { id, totals }: Ticket): Promise<unknown> {
  const tenders = someTenders(person, totals.totalMinor);
  return person.change('sales', 'completeTicket', () => ({
    ticketId: id,
    totalMinor: totals.totalMinor,
    tenders,
  }));
}

/** The work of cashiers at the till. */
export const salesActions: readonly Action[] = [
  sell('scan', 30, scan),
  onTicket('pay', 18, pay),
  onLine('change a line', 6, (person, line, shop) => {
    const product = shop.products.find(({ id }) => id === line.productId) ?? someProduct(person, shop);
    const quantityMilli = someMilli(person, product);
    const note = person.random.chance(0.3) ? `note ${person.random.between(1, 99)}` : undefined;
    const approval = approvalOf(person, shop);
    return person.change('sales', 'changeLine', () => ({ lineId: line.id, quantityMilli, note, approval }));
  }),
  onLine('choose a batch', 1, async (person, line) => {
    const batches = await person.read('stock', 'listBatches', { productId: line.productId });
    const batchId = person.random.maybeOneOf([null, ...batches.map(({ id }) => id)]) ?? null;
    return person.change('sales', 'changeLine', () => ({ lineId: line.id, batchId }));
  }),
  onLine('discount a line', 3, (person, line, shop) => {
    const [discount, approval] = [someDiscount(person), approvalOf(person, shop)];
    return person.change('sales', 'discountLine', () => ({ lineId: line.id, discount, approval }));
  }),
  onLine('override a price', 2, (person, line, shop) => {
    const unitPriceMinor = person.random.chance(0.2) ? null : person.random.between(0, 400);
    const approval = approvalOf(person, shop);
    return person.change('sales', 'overridePrice', () => ({ lineId: line.id, unitPriceMinor, approval }));
  }),
  onLine('void a line', 3, (person, line) => person.change('sales', 'voidLine', () => ({ lineId: line.id }))),
  onTicket('discount the ticket', 2, (person, { id }, shop) => {
    const [discount, approval] = [someDiscount(person), approvalOf(person, shop)];
    return person.change('sales', 'discountTicket', () => ({ ticketId: id, discount, approval }));
  }),
  onTicket('note on the ticket', 1, (person, { id }) =>
    person.change('sales', 'noteTicket', (mark) => ({ ticketId: id, note: mark })),
  ),
  onTicket('void the ticket', 1, (person, { id }) =>
    person.change('sales', 'voidTicket', () => ({ ticketId: id })),
  ),
  onTicket('park', 3, (person, { id }) =>
    person.change('sales', 'parkTicket', (mark) => ({ ticketId: id, name: mark })),
  ),
  sell('recall', 4, async (person) => {
    const ticket = person.random.maybeOneOf(await person.read('sales', 'listParked'));
    if (ticket) await person.change('sales', 'recallTicket', () => ({ ticketId: ticket.id }));
  }),
];
