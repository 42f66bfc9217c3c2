import type { StoreKey } from '#main/platform/files/store-key';
import { Chain } from '#main/platform/log/chain';

/** The keys of a chain by their purpose, in a form that can be passed to a thread. */
export type ChainKeys = ReadonlyMap<string, Uint8Array>;

/** What a chain derives from the store's key, for a thread that does not get that key itself. */
export function chainKeysOf(key: StoreKey): ChainKeys {
  const keys = new Map<string, Uint8Array>();
  chainWith((purpose, bytes) => {
    const derived = key.derive(purpose, bytes);
    keys.set(purpose, derived);
    return derived;
  });
  return keys;
}

/** The same chain, made from these keys. */
export function chainFrom(keys: ChainKeys): Chain {
  return chainWith((purpose) => {
    const derived = keys.get(purpose);
    if (!derived) throw new Error(`The chain has no key for "${purpose}"`);
    return Buffer.from(derived);
  });
}

/** A chain only derives from the store's key, so anything that derives can take its place. */
function chainWith(derive: StoreKey['derive']): Chain {
  return new Chain({ derive } as StoreKey);
}
