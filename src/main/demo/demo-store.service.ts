import { randomInt } from 'node:crypto';
import type { CategoryService, ProductService } from '#main/features/catalogue/index';
import type { AccountService, HashedSecrets } from '#main/features/people/index';
import { assertSound } from '#main/features/settings/index';
import type { StoreSetupService } from '#main/features/stores/index';
import { checkAgreement } from '#main/health/agreement.service';
import { actingAs } from '#main/platform/acting';
import type { Clock } from '#main/platform/clock';
import type { Ctx } from '#main/platform/ctx';
import type { Database } from '#main/platform/database/database';
import type { Outputs, ParsedInputs } from '#shared/contract/index';
import { settings as settingsSchema } from '#shared/contract/stores';
import { isEasilyGuessed } from '#shared/kernel/pin';
import { composeScaleLabel, DEFAULT_SCALE_LAYOUTS } from '#shared/kernel/scale-label';
import { addDays, dayOf, startOfDay } from '#shared/kernel/time';
import { DEMO_STORE, type DemoGood, type DemoPerson } from './demo-goods';
import type { Crew, DemoTradeService, Shelf } from './demo-trade.service';

type SignIn = Outputs['stores']['createDemoStore']['signIns'][number];
type Newcomer = DemoPerson & { secrets: HashedSecrets };

interface Needs {
  database: Database;
  storeSetup: StoreSetupService;
  accounts: AccountService;
  categories: CategoryService;
  products: ProductService;
  demoTrade: DemoTradeService;
  clock: Clock;
}

const WEEKS = 6;
const HOUR_MS = 3_600_000;
const CALL = 'stores.createDemoStore';
/** Letters and digits that nobody mistakes for one another. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Makes the demo store: its people, its goods and some weeks of trade, for whoever wants to look around. */
export class DemoStoreService {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /**
   * All of the demo store, or none of it. Passwords and PINs are made up anew each time.
   * @throws STORE_EXISTS; INPUT_INVALID for a locale or time zone this machine does not know.
   */
  async create(
    input: ParsedInputs['stores']['createDemoStore'],
  ): Promise<Outputs['stores']['createDemoStore']> {
    const { database, storeSetup, demoTrade, clock } = this.#needs;
    storeSetup.assertNew();
    assertSound(input);
    const signIns = makeSignIns(DEMO_STORE.people);
    const newcomers = await this.#hashed(signIns);
    const end = clock();
    const { timeZone } = input;
    const start = startOfDay(addDays(dayOf(end, timeZone), -7 * WEEKS), timeZone) + 5 * HOUR_MS;
    const recoveryCode = await database.writes.run(async () => {
      const begun = await this.#begin(input, newcomers, start);
      const crew = this.#hire(begun.ctx, newcomers);
      const catalogue = await this.#fillCatalogue(begun.ctx);
      await demoTrade.play({ ...begun, ...catalogue, crew, start, end });
      // After what follows from all of it at the unit's end: alerts are raised there.
      database.writes.beforeCommit(() => this.#assertAgrees());
      return begun.recoveryCode;
    });
    return { recoveryCode, signIns };
  }

  /** Whoever looks around here learns how the figures hang together: they have to. */
  #assertAgrees(): void {
    const [disagreement] = checkAgreement(this.#needs.database.handle);
    if (disagreement) throw new Error(`The demo store disagrees with itself: ${disagreement.what}`);
  }

  #hashed(signIns: readonly SignIn[]): Promise<Newcomer[]> {
    return Promise.all(
      DEMO_STORE.people.map(async (person, index) => {
        const { password = '', pin = null } = signIns[index] ?? {};
        return {
          ...person,
          secrets: await this.#needs.accounts.hashSecrets({ password, pin, role: person.role }),
        };
      }),
    );
  }

  #begin(place: { locale: string; timeZone: string }, newcomers: readonly Newcomer[], now: number) {
    const { name, address, receiptFooter, taxRatesMilliPercent } = DEMO_STORE;
    const admin = newcomers.find(({ role }) => role === 'admin');
    if (!admin) throw new Error('The demo store has no admin');
    const settings = settingsSchema.parse({
      ...place,
      name,
      address,
      receiptFooter,
      taxRatesMilliPercent,
      currency: place.locale.endsWith('GB') ? 'GBP' : 'EUR',
      pricesIncludeTax: true,
      scaleLayouts: DEFAULT_SCALE_LAYOUTS,
    });
    const { secrets, ...person } = admin;
    const store = {
      settings: { ...settings, isDemo: true },
      admin: { ...person, email: '', role: 'admin' },
      secrets,
    } as const;
    return this.#needs.storeSetup.begin(store, CALL, now);
  }

  /** Makes the accounts of the others. */
  #hire({ account: admin, now, tillId }: Ctx, newcomers: readonly Newcomer[]): Crew {
    const hired = newcomers
      .filter(({ role }) => role !== 'admin')
      .map(({ secrets, ...person }) => ({
        id: this.#needs.accounts.insert({ ...person, email: '' }, secrets, admin.id, now),
        name: `${person.firstName} ${person.lastName}`,
        role: person.role,
      }));
    const who = (role: DemoPerson['role']) => hired.find((person) => person.role === role) ?? admin;
    return {
      manager: (at) => actingAs(who('manager'), { tillId, call: CALL, now: at }),
      storekeeper: (at) => actingAs(who('storekeeper'), { tillId, call: CALL, now: at }),
      cashier: (at) => actingAs(who('cashier'), { tillId, call: CALL, now: at }),
      customerId: who('customer').id,
    };
  }

  async #fillCatalogue(ctx: Ctx): Promise<{ shelf: Shelf; categoryIds: Map<string, number> }> {
    const { categories, products } = this.#needs;
    const categoryIds = new Map<string, number>();
    for (const { code, name, parent } of DEMO_STORE.categories) {
      const parentId = parent === null ? null : (categoryIds.get(parent) ?? null);
      const made = await categories.create(ctx, { parentId, code, name, description: '', status: 'active' });
      categoryIds.set(code, made.id);
    }
    const shelf = new Map<string, { productId: number; good: DemoGood }>();
    for (const good of DEMO_STORE.goods) {
      const categoryId = categoryIds.get(good.category) ?? null;
      const { id } = await products.create(ctx, { ...productOf(good), categoryId });
      shelf.set(good.sku, { productId: id, good });
    }
    return { shelf, categoryIds };
  }
}

function productOf(good: DemoGood) {
  const {
    sku,
    name,
    description,
    unit,
    priceMinor,
    costMinor,
    taxRateMilliPercent,
    thresholdMilli,
    reorderMilli,
  } = good;
  const code = codeOf(good);
  return {
    sku,
    name,
    description,
    unit,
    priceMinor,
    costMinor,
    taxRateMilliPercent,
    thresholdMilli,
    reorderMilli,
    barcodes: code === null ? [] : [{ code, quantityMilli: 1000 }],
    preferredSupplier: '',
    discountMilliPercent: 0,
    status: 'active' as const,
    image: null,
    sameNameIsMeant: false,
  };
}

/** What a scan finds it by: its barcode, or for weighed goods the label of its number with no weight on it. */
function codeOf({ barcode, scaleItem }: DemoGood): string | null {
  const [weightLabel] = DEFAULT_SCALE_LAYOUTS;
  return scaleItem === null || !weightLabel ? barcode : composeScaleLabel(weightLabel, scaleItem, 0);
}

/** A password and a PIN of its own for each person. */
function makeSignIns(people: readonly DemoPerson[]): SignIn[] {
  const pins = new Set<string>();
  return people.map(({ username, role }) => {
    const pin = makePin(pins);
    pins.add(pin);
    return { username, role, password: [sign(4), sign(4), sign(4)].join('-'), pin };
  });
}

/** Six digits that are not easily guessed, and that nobody else in the demo has: they are shown side by side. */
function makePin(taken: ReadonlySet<string>): string {
  for (;;) {
    const pin = String(randomInt(100_000, 1_000_000));
    if (!(isEasilyGuessed(pin) || taken.has(pin))) return pin;
  }
}

function sign(length: number): string {
  return Array.from({ length }, () => SIGNS[randomInt(SIGNS.length)]).join('');
}
