import type { AuditService } from '#main/features/audit/index';
import type {
  AccountFields,
  AccountService,
  HashedSecrets,
  RecoveryService,
  SignInService,
} from '#main/features/people/index';
import { assertSound, type SettingsService } from '#main/features/settings/index';
import type { LocationService } from '#main/features/stock/index';
import { actingAs } from '#main/platform/acting';
import type { Clock } from '#main/platform/clock';
import type { Ctx } from '#main/platform/ctx';
import type { Database } from '#main/platform/database/database';
import type { StoreKey } from '#main/platform/files/store-key';
import type { CallName, Outputs, ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import { type Settings, settings as settingsSchema } from '#shared/contract/stores';
import { DEFAULT_SCALE_LAYOUTS } from '#shared/kernel/scale-label';
import { keepKeyCheck } from './key-check';
import { storeQueries } from './store.queries';

/** The ways in which orders come in at every store, by code and first name. */
const CHANNELS = [
  ['counter', 'Counter'],
  ['phone', 'Phone'],
  ['online', 'Online'],
  ['self-order', 'Self-order'],
] as const;

interface Needs {
  database: Database;
  settings: SettingsService;
  accounts: AccountService;
  recovery: RecoveryService;
  signIns: SignInService;
  locations: LocationService;
  audit: AuditService;
  key: StoreKey;
  clock: Clock;
}

/** What a store begins with. */
interface NewStore {
  settings: Settings & { isDemo?: boolean };
  admin: AccountFields & { role: 'admin' };
  secrets: HashedSecrets;
}

/** What a store has from its first moment on. */
export interface Beginnings {
  /** The new admin, as who goes on filling the store. */
  ctx: Ctx;
  recoveryCode: string;
  /** Where it sells from, and where it keeps the rest. */
  places: { shop: number; storeroom: number };
  /** Its channels by their codes. */
  channelIds: ReadonlyMap<string, number>;
}

/** The first run: makes a store out of an empty file, once. */
export class StoreSetupService {
  readonly #needs: Needs;
  readonly #queries;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#queries = storeQueries(needs.database.handle);
  }

  /**
   * Makes the store with its first admin and signs them in: all of it, or none.
   * @throws STORE_EXISTS; PIN_TOO_SHORT, PIN_TOO_EASY; INPUT_INVALID for what this machine does not know.
   */
  async createStore(input: ParsedInputs['stores']['createStore']): Promise<Outputs['stores']['createStore']> {
    const { accounts, database, signIns, clock } = this.#needs;
    this.assertNew();
    const { admin, ...given } = input;
    assertSound(given);
    const { password, pin, ...person } = admin;
    const secrets = await accounts.hashSecrets({ password, pin, role: 'admin' });
    const now = clock();
    const store = {
      settings: settingsSchema.parse({ ...given, scaleLayouts: DEFAULT_SCALE_LAYOUTS }),
      admin: { ...person, role: 'admin', department: '' } as const,
      secrets,
    };
    const { token, recoveryCode } = await database.writes.run(async () => {
      const begun = await this.begin(store, 'stores.createStore', now);
      return { ...begun, token: signIns.openHere(begun.ctx.account.id, 'setup', now) };
    });
    return { recoveryCode, ...signIns.welcome(token, now) };
  }

  /** @throws STORE_EXISTS when the first run is over. */
  assertNew(): void {
    if (this.#needs.settings.ready) throw refuse('STORE_EXISTS', {});
  }

  /**
   * Puts a store's beginnings in place, in the running unit of work: settings, till, channels, locations.
   * @throws STORE_EXISTS
   */
  async begin(store: NewStore, call: CallName, now: number): Promise<Beginnings> {
    this.assertNew();
    const { settings, accounts, recovery, locations, audit } = this.#needs;
    const tillId = Number(this.#queries.addTill.run('T1', 'Till 1', now).lastInsertRowid);
    const { firstName, lastName, role } = store.admin;
    const id = accounts.insert(store.admin, store.secrets, null, now);
    const account = { id, name: `${firstName} ${lastName}`.trim(), role };
    const ctx = actingAs(account, { tillId, call, now });
    settings.save(store.settings, now, id);
    keepKeyCheck(this.#needs.database.handle, this.#needs.key, now);
    audit.record(ctx, {
      entity: 'settings',
      entityId: null,
      label: store.settings.name,
      after: store.settings,
    });
    const channelIds = new Map(
      CHANNELS.map(([code, name]) => [
        code,
        Number(this.#queries.addChannel.run(code, name).lastInsertRowid),
      ]),
    );
    const shop = await locations.create(ctx, {
      name: 'Shop',
      kind: 'department',
      barcode: locations.freeBarcode({}),
    });
    await locations.setSellingPlace(ctx, shop.id);
    const storeroom = await locations.create(ctx, {
      name: 'Storeroom',
      kind: 'storeroom',
      barcode: locations.freeBarcode({}),
    });
    return {
      ctx,
      recoveryCode: recovery.make(now),
      places: { shop: shop.id, storeroom: storeroom.id },
      channelIds,
    };
  }
}
