import type { Inputs } from '#shared/contract/index';
import type { Person } from '../person';
import { type Action, ADMINS } from './action';

type Change = Inputs['settings']['change'];

/** A rule of the store that affects the outcome of other calls. */
function someRule({ random }: Person): Change {
  return random.oneOf<Change>([
    { allowNegativeStock: random.chance(0.3) },
    { expiredStock: random.oneOf(['warn', 'refuse']) },
    { nearExpiryDays: random.between(0, 365) },
    { cashStepMinor: random.oneOf([0, 5, 10]) },
    { taxRounding: random.oneOf(['rate', 'line']) },
    { pricesIncludeTax: random.chance(0.7) },
    { blindStocktake: random.chance(0.5) },
    { defaultThresholdMilli: random.chance(0.5) ? null : 2000 },
    { smtpHost: random.chance(0.5) ? '' : '127.0.0.1', smtpPort: 9, alertMailTo: 'alerts@shop.example' },
  ]);
}

/** Changes to the rules of the store. */
export const settingsActions: readonly Action[] = [
  {
    name: 'settings',
    weight: 2,
    roles: ADMINS,
    act(person) {
      const rule = someRule(person);
      return person.change('settings', 'change', (mark) => ({ ...rule, receiptFooter: mark }));
    },
  },
  {
    name: 'rename the till',
    weight: 0.5,
    roles: ADMINS,
    async act(person) {
      const till = person.random.maybeOneOf(await person.read('tills', 'list'));
      if (till) await person.change('tills', 'rename', (mark) => ({ id: till.id, name: mark }));
    },
  },
];
