import { useSyncExternalStore } from 'react';
import { Signal } from './signal';

/** Whether this window reaches the store: `lost` was open before and tries again by itself. */
type ConnectionState = 'connecting' | 'open' | 'lost';

/** A call could not be made, or its answer never came, because the store is not there. */
export class ConnectionLostError extends Error {
  override name = 'ConnectionLostError';
}

let state: ConnectionState = 'connecting';
const changed = new Signal();

/** How the links of this window tell how they stand, and how others hear of it. */
export const connection = {
  get: (): ConnectionState => state,

  set: (next: ConnectionState): void => {
    if (next === state) return;
    state = next;
    changed.tell();
  },

  subscribe: changed.subscribe,
};

/** Whether this window reaches the store at this moment. */
export function useConnection(): ConnectionState {
  return useSyncExternalStore(connection.subscribe, connection.get);
}
