import { RPCHandler as PortHandler } from '@orpc/server/message-port';
import { RequestHeadersPlugin } from '@orpc/server/plugins';
import { RPCHandler as SocketHandler } from '@orpc/server/ws';
import type { Store } from '../store';

/** The store's one router behind a MessagePort, for the desktop window. */
export function portHandler(store: Store) {
  return new PortHandler(store.router, { plugins: [new RequestHeadersPlugin()] });
}

/** The same router behind a WebSocket, for a browser on this machine. */
export function socketHandler(store: Store) {
  return new SocketHandler(store.router, { plugins: [new RequestHeadersPlugin()] });
}
