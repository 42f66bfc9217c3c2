import type { Role } from '#shared/contract/common';
import type { ContractClient } from '#shared/contract/index';
import { txOf } from './connections';
import { clientOf, type TestShop } from './test-store';

/** A till beside the first one, with a drawer of its own. */
interface SecondTill {
  id: number;
  /** The calls as somebody of that role makes them, signed in at this till: nobody is at two tills at once. */
  as(role: Role): ContractClient;
}

/** Puts a second till into a shop: T2, which sells from a location. */
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
