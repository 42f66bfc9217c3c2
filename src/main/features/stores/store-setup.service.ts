import type {
  AccountFields,
  AccountService,
  HashedSecrets,
  RecoveryCodeService,
} from '#main/features/people/index';
import type { SettingsService } from '#main/features/settings/index';
import type { LocationListService, LocationService } from '#main/features/stock/index';
import type { TillService } from '#main/features/tills/index';
import { actingAs } from '#main/platform/acting';
import type { Ctx } from '#main/platform/ctx';
import type { StoreKey } from '#main/platform/files/store-key';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Tx } from '#main/platform/work/connections';
import type { CallName } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import type { Settings } from '#shared/contract/settings';
import { keepKeyCheck } from './key-check';
import { storeWrites } from './store.queries';

/** The first till and its drawer, which has the same name. */
const TILL = { code: 'T1', name: 'Till 1', drawerName: 'Till 1' };

/** The sales channels that every store has, by code and initial name. */
const CHANNELS = [
  ['counter', 'Counter'],
  ['phone', 'Phone'],
  ['online', 'Online'],
  ['self-order', 'Self-order'],
] as const;

const TENDERS = [
  ['cash', 'Cash'],
  ['card', 'Card'],
] as const;

interface Parts {
  settings: SettingsService;
  accounts: AccountService;
  recoveryCodes: RecoveryCodeService;
  tills: TillService;
  locations: LocationService;
  locationLists: LocationListService;
  audit: StoreLog;
  key: StoreKey;
}

/** The initial data of a store. */
interface NewStore {
  settings: Settings & { isDemo?: boolean };
  admin: AccountFields & { role: 'admin' };
  secrets: HashedSecrets;
}

/** The data that a store has from the start. */
export interface NewStoreParts {
  /** The context of the new admin, for adding more data. */
  ctx: Ctx;
  recoveryCode: string;
  /** The location it sells from, and the one that stores the rest. */
  places: { shop: number; storeroom: number };
  /** Its channels by their codes. */
  channelIds: ReadonlyMap<string, number>;
}

/** Turns an empty file into a store. */
export class StoreSetupService {
  readonly #parts: Parts;
  readonly #tx: Tx;
  readonly #writes;

  constructor(tx: Tx, parts: Parts) {
    this.#parts = parts;
    this.#tx = tx;
    this.#writes = storeWrites(tx);
  }

  /**
   * Creates a store's initial data: settings, locations, till and drawer, tenders, channels.
   * @throws STORE_EXISTS
   */
  async start(store: NewStore, call: CallName, now: number): Promise<NewStoreParts> {
    const { settings, accounts, recoveryCodes, tills, locations, locationLists, audit, key } = this.#parts;
    assertNew(settings);
    const { firstName, lastName, role } = store.admin;
    const id = accounts.insert(store.admin, store.secrets, null, now);
    const account = { id, name: `${firstName} ${lastName}`.trim(), role };
    const shopId = await locations.insert(
      { name: 'Shop', kind: 'department', barcode: locationLists.freeBarcode({}) },
      id,
      now,
    );
    const tillId = tills.make({ ...TILL, locationId: shopId }, now);
    const ctx = actingAs(account, { tillId, call, now });
    settings.save(this.#tx, store.settings, now, id);
    keepKeyCheck(this.#tx, key, now);
    audit.record(ctx, {
      entity: 'settings',
      entityId: null,
      label: store.settings.name,
      after: store.settings,
    });
    TENDERS.forEach(([kind, name], index) => {
      this.#writes.addTender.run(kind, name, index + 1);
    });
    const channelIds = new Map(
      CHANNELS.map(([code, name]) => [code, Number(this.#writes.addChannel.run(code, name).lastInsertRowid)]),
    );
    locations.recordMade(ctx, shopId);
    const storeroom = await locations.create(ctx, {
      name: 'Storeroom',
      kind: 'storeroom',
      barcode: locationLists.freeBarcode({}),
    });
    return {
      ctx,
      recoveryCode: recoveryCodes.make(now),
      places: { shop: shopId, storeroom: storeroom.id },
      channelIds,
    };
  }
}

/** @throws STORE_EXISTS when the first run is over. */
export function assertNew(settings: SettingsService): void {
  if (settings.ready) throw refuse('STORE_EXISTS', {});
}
