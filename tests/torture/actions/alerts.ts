import { type Action, ADMINS, MANAGERS, STOCK_PEOPLE, someProduct } from './action';

/** An address without a listener: messages are refused at once and wait for the next try. */
const NOBODY = 'http://127.0.0.1:9/none';

/** Low and expiring stock, and the notices about it. */
export const alertActions: readonly Action[] = [
  {
    name: 'threshold of a location',
    weight: 2,
    roles: STOCK_PEOPLE,
    act(person, shop) {
      const { random } = person;
      const productId = someProduct(person, shop).id;
      const locationId = random.maybeOneOf(shop.locations)?.id ?? 1;
      const thresholdMilli = random.chance(0.3) ? null : 1000 * random.between(0, 20);
      return person.change('alerts', 'setLocationThreshold', () => ({
        productId,
        locationId,
        thresholdMilli,
      }));
    },
  },
  {
    name: 'look at alerts',
    weight: 2,
    roles: STOCK_PEOPLE,
    async act(person) {
      const { rows } = await person.read('alerts', 'list', { state: 'open', limit: 20 });
      const ids = person.random.someOf(rows, 3).map(({ id }) => id);
      if (ids.length > 0) await person.change('alerts', 'markSeen', () => ({ ids }));
    },
  },
  {
    name: 'how to be told',
    weight: 0.5,
    roles: STOCK_PEOPLE,
    act(person) {
      const { random } = person;
      const choices = { mail: random.chance(0.5), slack: random.chance(0.3), slackWebhook: NOBODY };
      return person.change('notices', 'changeMyChoices', () => choices);
    },
  },
  {
    name: 'notices',
    weight: 0.7,
    roles: MANAGERS,
    async act(person) {
      const { rows } = await person.read('notices', 'list', { limit: 20 });
      const notice = person.random.maybeOneOf(rows);
      if (notice) await person.change('notices', 'retry', () => ({ id: notice.id }));
    },
  },
  {
    name: 'secrets',
    weight: 0.5,
    roles: ADMINS,
    act(person) {
      return person.random.chance(0.7)
        ? person.change('notices', 'setSecret', (mark) => ({ name: 'mail password' as const, value: mark }))
        : person.change('notices', 'removeSecret', () => ({ name: 'mail password' as const }));
    },
  },
];
