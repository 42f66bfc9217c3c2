import type { CategoryService, ProductService } from '#main/features/catalogue/index';
import type { AccountService, HashedSecrets } from '#main/features/people/index';
import type { NewStoreParts, StoreSetupService } from '#main/features/stores/index';
import { actingAs } from '#main/platform/acting';
import type { Ctx } from '#main/platform/ctx';
import type { ParsedInputs } from '#shared/contract/index';
import { storeSettings } from '#shared/contract/settings';
import { composeScaleLabel, DEFAULT_SCALE_LAYOUTS } from '#shared/kernel/scale-label';
import { DEMO_STORE, type DemoGood, type DemoPerson } from './demo-goods';
import type { Crew, DemoTradeService, Shelf } from './demo-trade.service';

/** A person of the demo store who has no account yet. */
export type Newcomer = DemoPerson & { secrets: HashedSecrets };

/** Where and when the demo store trades; in UTC epoch milliseconds. */
interface Scene {
  place: ParsedInputs['stores']['createDemoStore'];
  newcomers: readonly Newcomer[];
  start: number;
  end: number;
}

interface Parts {
  storeSetup: StoreSetupService;
  accounts: AccountService;
  categories: CategoryService;
  products: ProductService;
  demoTrade: DemoTradeService;
}

const CALL = 'stores.createDemoStore';

/** Fills the demo store with people, goods and trade. */
export class DemoFillService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @returns the recovery code of the new store. @throws STORE_EXISTS */
  async fill({ place, newcomers, start, end }: Scene): Promise<string> {
    const parts = await this.#start(place, newcomers, start);
    const crew = await this.#hire(parts.ctx, newcomers);
    const catalogue = await this.#fillCatalogue(parts.ctx);
    await this.#parts.demoTrade.play({ ...parts, ...catalogue, crew, start, end });
    return parts.recoveryCode;
  }

  #start(place: Scene['place'], newcomers: readonly Newcomer[], now: number): Promise<NewStoreParts> {
    const { name, address, receiptFooter, taxRatesMilliPercent } = DEMO_STORE;
    const admin = newcomers.find(({ role }) => role === 'admin');
    if (!admin) throw new Error('The demo store has no admin');
    const settings = storeSettings.parse({
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
    return this.#parts.storeSetup.start(store, CALL, now);
  }

  /** Creates the accounts of all but the admin. */
  async #hire({ account: admin, now, tillId }: Ctx, newcomers: readonly Newcomer[]): Promise<Crew> {
    const hired = newcomers
      .filter(({ role }) => role !== 'admin')
      .map(({ secrets, ...person }) => ({
        id: this.#parts.accounts.insert({ ...person, email: '' }, secrets, admin.id, now),
        name: `${person.firstName} ${person.lastName}`,
        role: person.role,
      }));
    const who = (role: DemoPerson['role']) => hired.find((person) => person.role === role) ?? admin;
    const { partyId } = await this.#parts.accounts.find(who('customer').id);
    return {
      manager: (at) => actingAs(who('manager'), { tillId, call: CALL, now: at }),
      storekeeper: (at) => actingAs(who('storekeeper'), { tillId, call: CALL, now: at }),
      cashier: (at) => actingAs(who('cashier'), { tillId, call: CALL, now: at }),
      customerId: partyId,
    };
  }

  async #fillCatalogue(ctx: Ctx): Promise<{ shelf: Shelf; categoryIds: Map<string, number> }> {
    const { categories, products } = this.#parts;
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

/** The code by which a scan finds a product: its barcode, or for weighed goods its scale label with weight 0. */
function codeOf({ barcode, scaleItem }: DemoGood): string | null {
  const [weightLabel] = DEFAULT_SCALE_LAYOUTS;
  return scaleItem === null || !weightLabel ? barcode : composeScaleLabel(weightLabel, scaleItem, 0);
}
