import type { Role } from '#shared/contract/common';
import type { ContractClient } from '#shared/contract/index';
import { txOf } from './connections';
import { clientOf, type TestShop } from './test-store';

/** A second till with its own drawer. */
interface SecondTill {
  id: number;
  /** The calls of a person with that role, signed in at this till; a person is at one till at a time. */
  as(role: Role): ContractClient;
}

/** Adds a second till to a shop: T2, which sells from a location. */
export function addSecondTill(shop: TestShop, locationId: number): SecondTill {
  const { sessions, tills } = shop.store.services;
  const tx = txOf(shop.store);
  const till = { code: 'T2', name: 'Till 2', drawerName: 'Till 2', locationId };
  const id = tills.in(tx).make(till, shop.time.now);
  const clients = new Map<Role, ContractClient>();
  return {
    id,
    as(role) {
      const known = clients.get(role);
      if (known) return known;
      const token = sessions.in(tx).open(shop.accountIdOf(role), id, 'password', shop.time.now);
      const client = clientOf(shop.store, token);
      clients.set(role, client);
      return client;
    },
  };
}
