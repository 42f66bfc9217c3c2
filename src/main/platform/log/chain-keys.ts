import type { StoreKey } from '#main/platform/files/store-key';
import { Chain } from '#main/platform/log/chain';

/** The keys of a chain by their purpose, in a form that can be passed to a thread. */
export type ChainKeys = ReadonlyMap<string, Uint8Array>;

/** What a chain derives from the store's key, for a thread that does not get that key itself. */
export function chainKeysOf(key: StoreKey): ChainKeys {
  const keys = new Map<string, Uint8Array>();
  const derive: StoreKey['derive'] = (purpose, bytes) => {
    const derived = key.derive(purpose, bytes);
    keys.set(purpose, derived);
    return derived;
  };
  // A chain derives all its keys when it is created.
  new Chain({ derive });
  return keys;
}

/** The same chain, made from these keys. */
export function chainFrom(keys: ChainKeys): Chain {
  const derive: StoreKey['derive'] = (purpose) => {
    const derived = keys.get(purpose);
    if (!derived) throw new Error(`The chain has no key for "${purpose}"`);
    return Buffer.from(derived);
  };
  return new Chain({ derive });
}
