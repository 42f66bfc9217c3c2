import type { Outputs } from '#shared/contract/index';
import type { Person } from '../person';
import { type Action, CASHIERS, EVERYONE, MANAGERS } from './action';
import { someTenders } from './sales';

type OrderRow = Outputs['sales']['listOrders']['rows'][number];

/** A recent order in one of these states. */
async function someOrder(person: Person, states: OrderRow['state'][]): Promise<OrderRow | undefined> {
  const { rows } = await person.read('sales', 'listOrders', { states, limit: 20 });
  return person.random.maybeOneOf(rows);
}

/** Actions on orders that are collected later, and on receipts of sales. */
export const orderActions: readonly Action[] = [
  {
    name: 'place an order',
    weight: 5,
    roles: CASHIERS,
    async act(person, shop) {
      const ticket = await person.read('sales', 'currentTicket');
      if (!ticket || ticket.lines.length === 0) return;
      const { random } = person;
      const tenders = random.chance(0.3) ? someTenders(person, ticket.totals.totalMinor) : [];
      await person.change('sales', 'placeOrder', (mark) => ({
        ticketId: ticket.id,
        channelId: random.maybeOneOf(shop.channels) ?? 1,
        customerName: random.chance(0.9) ? 'Jo Example' : '',
        note: mark,
        shippingMinor: random.chance(0.2) ? 395 : 0,
        shippingTaxRateMilliPercent: 23_000,
        tenders,
      }));
    },
  },
  {
    name: 'pay for an order',
    weight: 4,
    roles: CASHIERS,
    async act(person) {
      const order = await someOrder(person, ['placed', 'paid']);
      if (!order) return;
      const tenders = someTenders(person, Math.max(1, order.totalMinor));
      await person.change('sales', 'payOrder', () => ({ id: order.id, tenders }));
    },
  },
  {
    name: 'fulfil an order',
    weight: 4,
    roles: EVERYONE,
    async act(person) {
      const order = await someOrder(person, ['paid', 'placed', 'fulfilled']);
      if (order) await person.change('sales', 'fulfilOrder', () => ({ id: order.id }));
    },
  },
  {
    name: 'cancel an order',
    weight: 2,
    roles: CASHIERS,
    async act(person) {
      const order = await someOrder(person, ['placed', 'paid']);
      if (order) await person.change('sales', 'cancelOrder', (mark) => ({ id: order.id, reason: mark }));
    },
  },
  {
    name: 'receipts',
    weight: 3,
    roles: CASHIERS,
    async act(person) {
      const order = await someOrder(person, ['fulfilled']);
      if (!order) return;
      const { id, number } = order;
      const choice = person.random.between(1, 5);
      if (choice === 1) await person.read('sales', 'receipt', { orderId: id });
      if (choice === 2) await person.read('scanning', 'resolve', { code: number });
      if (choice === 3) await person.read('sales', 'receiptPdf', { orderId: id, copy: true });
      if (choice === 4) await person.change('sales', 'reprintReceipt', () => ({ orderId: id }));
      if (choice === 5) await person.read('sales', 'order', { id });
    },
  },
  {
    name: 'sales channels',
    weight: 0.7,
    roles: MANAGERS,
    async act(person) {
      const channels = await person.read('sales', 'listChannels');
      const { random } = person;
      const channel = random.maybeOneOf(channels);
      if (channels.length < 12 && random.chance(0.4))
        await person.change('sales', 'createChannel', (mark) => ({ name: mark }));
      else if (channel)
        await person.change('sales', 'changeChannel', () => ({
          id: channel.id,
          version: channel.version,
          active: random.chance(0.7),
        }));
    },
  },
];
