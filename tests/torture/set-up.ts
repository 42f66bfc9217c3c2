import { Person, type Surroundings } from './person';
import type { Random } from './random';
import type { Shop } from './shop';

const PASSWORD = 'a long password of';
const APPROVING_PIN = '581937';
const STAFF = [
  { login: 'manager', role: 'manager', pin: APPROVING_PIN },
  { login: 'carla', role: 'cashier', pin: '7294' },
  { login: 'carl', role: 'cashier', pin: '4071' },
  { login: 'stella', role: 'storekeeper', pin: '7294' },
] as const;

const PRODUCTS = 18;

/** Creates a new store by calls, with products and people; everyone is signed in and connected. */
export async function setUp(
  url: string,
  shop: Shop,
  random: Random,
  around: Surroundings,
): Promise<{ people: Person[]; accountIds: Map<string, number> }> {
  const personOf = (login: string, role: Person['account']['role'], pin: string): Person =>
    new Person(
      { id: 0, login, role, passwords: [`${PASSWORD} ${login}`], pin },
      random.for(login.length),
      around,
    );
  const owner = personOf('owner', 'admin', APPROVING_PIN);
  await owner.connect(url);
  const { token, signedIn } = await owner.read('stores', 'createStore', {
    name: 'Torture Shop',
    currency: 'EUR',
    locale: 'en-IE',
    timeZone: 'Europe/Dublin',
    pricesIncludeTax: true,
    taxRatesMilliPercent: [23_000, 9000, 0],
    cashStepMinor: 5,
    admin: { username: 'owner', firstName: 'Olga', password: `${PASSWORD} owner`, pin: APPROVING_PIN },
  });
  owner.account.id = signedIn.account.id;
  owner.takeSession(token);
  // Wrong secrets are part of the work, and must not make everyone wait.
  await owner.change('settings', 'change', () => ({
    signInTries: 50,
    signInWaitSeconds: 1,
    lockAfterMinutes: 0,
  }));

  const people = [owner];
  for (const { login, role, pin } of STAFF) {
    const person = personOf(login, role, pin);
    const { id } = await owner.change('people', 'createAccount', (mark) => ({
      username: login,
      firstName: login,
      role,
      department: mark,
      password: `${PASSWORD} ${login}`,
      pin,
    }));
    person.account.id = id;
    await person.connect(url);
    await person.signIn();
    people.push(person);
  }
  shop.people = people;
  shop.approver = { accountId: people[1]?.account.id ?? 0, pin: APPROVING_PIN };
  await stock(owner, random);
  return { people, accountIds: new Map(people.map(({ account }) => [account.login, account.id])) };
}

async function stock(owner: Person, random: Random): Promise<void> {
  const locations = await owner.read('stock', 'listLocations');
  const category = await owner.change('catalogue', 'createCategory', (mark) => ({
    name: 'Goods',
    description: mark,
  }));
  for (let number = 1; number <= PRODUCTS; number += 1) {
    const unit = number % 6 === 0 ? ('kg' as const) : ('piece' as const);
    const { id: productId } = await owner.change('catalogue', 'createProduct', (mark) => ({
      name: `Product ${number}`,
      description: mark,
      unit,
      categoryId: number % 3 === 0 ? null : category.id,
      barcodes: number % 4 === 0 ? [] : [{ code: `OWN-${number}` }],
      priceMinor: 95 + 10 * number,
      costMinor: 40,
      taxRateMilliPercent: 23_000,
      discountMilliPercent: number % 5 === 0 ? 5000 : 0,
      thresholdMilli: number % 2 === 0 ? 8000 : null,
    }));
    for (const { id: locationId } of locations)
      await owner.change('stock', 'receive', (mark) => ({
        productId,
        locationId,
        quantityMilli: 1000 * random.between(20, 60),
        reason: mark,
      }));
  }
}
