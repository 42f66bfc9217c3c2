import { LABEL_LAYOUT_IDS } from '#shared/kernel/label-sheets';
import { type Action, EVERYONE, MANAGERS, STOCK_PEOPLE } from './action';

/** Prints, exports and reports beside the work. */
export const paperActions: readonly Action[] = [
  {
    name: 'labels',
    weight: 0.7,
    roles: STOCK_PEOPLE,
    act(person, shop) {
      const { random } = person;
      const items = random
        .someOf(shop.products, 4)
        .map(({ id }) => ({ of: 'product' as const, id, copies: 2 }));
      return person.read('labels', 'pdf', {
        items,
        layout: random.oneOf(LABEL_LAYOUT_IDS),
        design: random.oneOf(['shelf', 'goods']),
        show: { price: true, unitPrice: true, barcode: true },
      });
    },
  },
  {
    name: 'export products',
    weight: 0.5,
    roles: EVERYONE,
    act: (person) => person.read('catalogue', 'exportProducts', {}),
  },
  {
    name: 'export the audit trail',
    weight: 0.3,
    roles: MANAGERS,
    act: (person) => person.read('audit', 'export', {}),
  },
  {
    name: 'jobs',
    weight: 0.5,
    roles: EVERYONE,
    async act(person) {
      const job = person.random.maybeOneOf(await person.read('jobs', 'list'));
      if (!job) return;
      if (job.hasFile && person.random.chance(0.5)) await person.read('jobs', 'file', { id: job.id });
      else await person.read('jobs', 'dismiss', { id: job.id });
    },
  },
  {
    name: 'read the audit trail',
    weight: 0.5,
    roles: MANAGERS,
    act: (person) => person.read('audit', 'list', { limit: 50 }),
  },
  {
    name: 'overview',
    weight: 0.7,
    roles: STOCK_PEOPLE,
    async act(person) {
      const choice = person.random.between(1, 5);
      if (choice === 1) await person.read('overview', 'figures');
      if (choice === 2) await person.read('overview', 'categories', {});
      if (choice === 3) await person.read('overview', 'locations');
      if (choice === 4) await person.read('overview', 'low', {});
      if (choice === 5) await person.read('overview', 'pdf', { list: 'low' });
    },
  },
];
