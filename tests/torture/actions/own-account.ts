import { EXTRA } from '../shop';
import { type Action, ADMINS, EVERYONE, MANAGERS } from './action';

/** The signed-in person's account, and people who request one. */
export const ownAccountActions: readonly Action[] = [
  {
    name: 'own password',
    weight: 0.15,
    roles: EVERYONE,
    async act(person) {
      const { account, random } = person;
      const [password = ''] = account.passwords;
      const newPassword = `another password ${random.between(1, 1e9)}`;
      // Until a change is answered, each password that was sent may be the valid one.
      account.passwords = [...account.passwords, newPassword];
      await person.change('people', 'changePassword', () => ({ password, newPassword }));
      account.passwords = [newPassword];
    },
  },
  {
    name: 'own PIN',
    weight: 0.15,
    roles: EVERYONE,
    act(person) {
      const { passwords, pin } = person.account;
      return person.change('people', 'changePin', () => ({ password: passwords[0] ?? '', pin }));
    },
  },
  {
    name: 'own profile',
    weight: 0.3,
    roles: EVERYONE,
    async act(person) {
      const { account } = await person.read('people', 'me');
      const lastName = `Name ${person.random.between(1, 99)}`;
      await person.change('people', 'changeProfile', () => ({ version: account.version, lastName }));
    },
  },
  {
    name: 'sign in by PIN',
    weight: 0.3,
    roles: EVERYONE,
    async act(person) {
      const { id, pin } = person.account;
      const { token } = await person.read('people', 'signInByPin', { accountId: id, pin });
      person.takeSession(token);
    },
  },
  {
    name: 'ask for an account',
    weight: 0.2,
    roles: MANAGERS,
    act(person) {
      const username = `${EXTRA}${person.random.between(1, 999)}`;
      const input = { username, email: '', firstName: 'Extra', lastName: '', password: 'a long password' };
      return person.read('people', 'register', input);
    },
  },
  {
    name: 'decide on a registration',
    weight: 0.4,
    roles: MANAGERS,
    async act(person) {
      const { random } = person;
      const asked = random.maybeOneOf(await person.read('people', 'listRegistrations'));
      if (!asked) return;
      const decision = random.chance(0.7)
        ? { kind: 'approve' as const, role: 'cashier' as const }
        : { kind: 'refuse' as const };
      await person.change('people', 'decideRegistration', () => ({ id: asked.id, decision }));
    },
  },
  {
    name: 'dismiss an alert of wrong sign-ins',
    weight: 0.3,
    roles: MANAGERS,
    async act(person) {
      const alert = person.random.maybeOneOf(await person.read('people', 'listSignInAlerts'));
      if (alert) await person.change('people', 'dismissSignInAlert', () => ({ id: alert.id }));
    },
  },
  {
    name: 'renew the recovery code',
    weight: 0.1,
    roles: ADMINS,
    act: (person) =>
      person.read('people', 'renewRecoveryCode', { password: person.account.passwords[0] ?? '' }),
  },
];
