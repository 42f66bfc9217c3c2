import { useSyncExternalStore } from 'react';
import { Signal } from './signal';

/** Whether this window reaches the store. `lost`: it was open before, and the link reconnects by itself. */
type ConnectionState = 'connecting' | 'open' | 'lost';

/** A call could not be made, or its answer never arrived, because the store is unreachable. */
export class ConnectionLostError extends Error {
  override name = 'ConnectionLostError';
}

let state: ConnectionState = 'connecting';
const changed = new Signal();

/** The connection state, set by the links of this window and observed by others. */
export const connection = {
  get: (): ConnectionState => state,

  set: (next: ConnectionState): void => {
    if (next === state) return;
    state = next;
    changed.tell();
  },

  subscribe: changed.subscribe,
};

/** Whether this window currently reaches the store. */
export function useConnection(): ConnectionState {
  return useSyncExternalStore(connection.subscribe, connection.get);
}
