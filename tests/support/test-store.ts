import { deepEqual } from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { createRouterClient } from '@orpc/server';
import pino from 'pino';
import type { WriteQueueEvents } from '#main/platform/work/write-queue';
import { openStore, type Store } from '#main/store';
import type { Role } from '#shared/contract/common';
import type { ContractClient } from '#shared/contract/index';
import type { Settings } from '#shared/contract/settings';
import { auditNamesWithoutText } from './audit-texts';
import { txOf } from './connections';
import { neverInDoubt } from './storage';
import { temporaryFolder } from './temporary-folder';

/** Friday, 20 November 2026, 10:00 in London. */
export const OPENING_TIME = Date.UTC(2026, 10, 20, 10, 0, 0);

const ACCOUNT_IDS: Record<Role, number> = { admin: 1, manager: 2, storekeeper: 3, cashier: 4, customer: 5 };
/** Of the account with the customer role. */
const CUSTOMER_PARTY_ID = 8;

/** A shop on a real, migrated database file, with one account of each role and a clock that tests set. */
export interface TestShop {
  /** A test that closes it sets the store that it opens instead. */
  store: Store;
  readonly folder: string;
  /** The clock; tests advance it. */
  time: { now: number };
  /** The calls of a signed-in person with that role. */
  as(role: Role): ContractClient;
  /** The calls without a session. */
  asNobody(): ContractClient;
  withToken(token: string, idempotencyKey?: string): ContractClient;
  /** A session token of that role. */
  tokenOf(role: Role): string;
  accountIdOf(role: Role): number;
  close(): Promise<void>;
}

const silent = pino({ level: 'silent' });

/** Opens a store in a folder with the test's clock. */
export function openTestStore(
  folder: string,
  time: { now: number },
  writeEvents: WriteQueueEvents = neverInDoubt,
): Promise<Store> {
  return openStore({ folder, log: silent, clock: () => time.now, writeEvents });
}

/** The calls of a store with this token, or without a session if it is null. */
export function clientOf(
  store: Store,
  token: string | null,
  idempotencyKey?: string,
  windowId?: string,
): ContractClient {
  const reqHeaders = new Headers();
  if (windowId !== undefined) reqHeaders.set('window-id', windowId);
  if (token !== null) reqHeaders.set('authorization', `Bearer ${token}`);
  if (idempotencyKey !== undefined) reqHeaders.set('idempotency-key', idempotencyKey);
  return createRouterClient(store.router as never, {
    context: { reqHeaders, entry: 'desktop' } as never,
  }) as ContractClient;
}

/**
 * Creates a shop that is ready to sell: euro, prices with tax, one till that sells from the shop, the counter channel.
 */
export async function openTestShop(changed: Partial<Settings> = {}): Promise<TestShop> {
  const folder = temporaryFolder();
  const time = { now: OPENING_TIME };
  const store = await openTestStore(folder, time);
  seed(store, changed, time.now);
  const tokens = new Map<Role, string>();
  const tokenOf = (role: Role): string => {
    let token = tokens.get(role);
    if (!token) {
      token = shop.store.services.sessions
        .in(txOf(shop.store))
        .open(ACCOUNT_IDS[role], 1, 'password', time.now);
      tokens.set(role, token);
    }
    return token;
  };
  const shop: TestShop = {
    store,
    folder,
    time,
    as: (role) => clientOf(shop.store, tokenOf(role)),
    asNobody: () => clientOf(shop.store, null),
    withToken: (token, idempotencyKey) => clientOf(shop.store, token, idempotencyKey),
    tokenOf,
    accountIdOf: (role) => ACCOUNT_IDS[role],
    async close() {
      await shop.store.close();
      deepEqual(auditNamesWithoutText(folder), [], 'the audit log has names without a text in audit.json');
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return shop;
}

function seed(store: Store, changed: Partial<Settings>, now: number): void {
  const { handle } = store.database;
  const insert = handle.prepare(
    `INSERT INTO account (id, username, email, first_name, last_name, role, password_hash, party_id, created_at,
       changed_at)
     VALUES (?, ?, ?, ?, ?, ?, 'no password', ?, ?, ?)`,
  );
  handle
    .prepare(
      `INSERT INTO party (id, name, email, is_customer, created_at)
       VALUES (?, 'Customer Test', 'customer@shop.example', 1, ?)`,
    )
    .run(CUSTOMER_PARTY_ID, now);
  for (const [role, id] of Object.entries(ACCOUNT_IDS)) {
    insert.run(
      id,
      role,
      `${role}@shop.example`,
      role[0]?.toUpperCase() + role.slice(1),
      'Test',
      role,
      role === 'customer' ? CUSTOMER_PARTY_ID : null,
      now,
      now,
    );
  }
  handle
    .prepare(
      `INSERT INTO location (id, name, kind, created_at, created_by_id, changed_at, changed_by_id)
       VALUES (1, 'Shop', 'department', ?, 1, ?, 1), (2, 'Storeroom', 'storeroom', ?, 1, ?, 1)`,
    )
    .run(now, now, now, now);
  store.services.tills
    .in(txOf(store))
    .make({ code: 'T1', name: 'Till 1', drawerName: 'Till 1', locationId: 1 }, now);
  handle
    .prepare(
      `INSERT INTO sales_channel (id, code, name, built_in) VALUES
       (1, 'counter', 'Counter', 1), (2, 'phone', 'Phone', 1), (3, 'online', 'Online', 1), (4, 'self-order', 'Self-order', 1)`,
    )
    .run();
  handle.exec(
    `INSERT INTO tender (id, kind, name, position) VALUES (1, 'cash', 'Cash', 1), (2, 'card', 'Card', 2)`,
  );
  store.services.settings.save(
    txOf(store),
    {
      name: 'Corner Shop',
      currency: 'EUR',
      locale: 'en-IE',
      timeZone: 'Europe/London',
      pricesIncludeTax: true,
      taxRatesMilliPercent: [21_000, 9000, 0],
      scaleLayouts: [],
      // Tests advance the clock by hours; tests of the lock set this.
      lockAfterMinutes: 0,
      ...changed,
    },
    now,
    1,
  );
}
