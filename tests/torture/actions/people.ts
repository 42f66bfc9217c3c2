import type { Permission } from '#shared/contract/common';
import { EXTRA } from '../shop';
import { type Action, ADMINS, EVERYONE, MANAGERS } from './action';

/** The permissions that are granted and removed; none of them is essential for all work. */
const PERMISSIONS: readonly [Permission, ...Permission[]] = [
  'discountAndOverride',
  'seeCost',
  'editPrices',
  'stockReports',
  'manageChannels',
];
const PINS: readonly [string, ...string[]] = ['7294', '4071', '581937', '135790'];

/** Other people's accounts, and the own session. */
export const peopleActions: readonly Action[] = [
  {
    name: 'create an account',
    weight: 0.8,
    roles: MANAGERS,
    act(person) {
      const { random } = person;
      return person.change('people', 'createAccount', (mark) => ({
        username: `${EXTRA}${random.between(1, 999)}`,
        firstName: 'Extra',
        department: mark,
        role: random.oneOf(['cashier', 'storekeeper']),
        password: `a long password ${mark}`,
        pin: random.chance(0.5) ? random.oneOf(PINS) : null,
      }));
    },
  },
  {
    name: 'change an account',
    weight: 1,
    roles: MANAGERS,
    async act(person) {
      const { random } = person;
      const { rows } = await person.read('people', 'listAccounts', { search: EXTRA, limit: 50 });
      const account = random.maybeOneOf(rows);
      if (!account) return;
      const { id, version } = account;
      const change = random.weighted([
        { weight: 3, active: random.chance(0.5) },
        { weight: 2, lastName: `Name ${random.between(1, 99)}` },
        { weight: 1, newPin: random.oneOf(PINS) },
        { weight: 1, role: random.oneOf(['cashier', 'storekeeper']) },
      ]);
      const { weight: _, ...fields } = change;
      await person.change('people', 'changeAccount', () => ({ id, version, ...fields }));
    },
  },
  {
    name: 'delete an account',
    weight: 0.3,
    roles: MANAGERS,
    async act(person, shop) {
      const account = person.random.maybeOneOf(shop.extras);
      if (account) await person.change('people', 'deleteAccount', () => ({ id: account.id }));
    },
  },
  {
    name: 'permissions',
    weight: 0.7,
    roles: ADMINS,
    act(person) {
      const { random } = person;
      return person.change('people', 'changePermission', () => ({
        role: random.oneOf(['cashier', 'storekeeper']),
        permission: random.oneOf(PERMISSIONS),
        grant: random.oneOf(['yes', 'approval', 'no', null, null]),
      }));
    },
  },
  {
    name: 'lock and unlock',
    weight: 0.4,
    roles: EVERYONE,
    async act(person) {
      await person.change('people', 'lock', () => ({}));
      await person.read('people', 'unlock', { pin: person.account.pin });
    },
  },
  {
    name: 'sign out and in',
    weight: 0.3,
    roles: EVERYONE,
    async act(person) {
      if (person.random.chance(0.5)) await person.change('people', 'signOut', () => ({}));
      await person.signIn();
    },
  },
  {
    name: 'be taken over',
    weight: 0.3,
    roles: ['cashier'],
    async act(person, { people }) {
      const other = people.find(({ account }) => account.role === 'cashier' && account !== person.account);
      const [password] = other?.account.passwords ?? [];
      if (!other || password === undefined) return;
      await person.change('people', 'lock', () => ({}));
      const { token } = await person.read('people', 'takeOver', { login: other.account.login, password });
      other.takeSession(token);
    },
  },
];
