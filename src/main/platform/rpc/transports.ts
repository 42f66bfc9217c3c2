import { MessagePortHandler } from '@orpc/server/message-port';
import { createServerPeerHandleRequestFn } from '@orpc/server/standard-peer';
import type { ServerPeerHandleRequestFn } from '@orpc/standard-server-peer';
import { logOf } from '#main/platform/logging/log';
import { CallHandler, type Served } from './call-handler';

/** Serves the store's router over a MessagePort, for the desktop window. */
export function portHandler(store: Served) {
  return new MessagePortHandler(new CallHandler(store, logOf(store.log, 'rpc')));
}

/** Serves the same router over a WebSocket, for a browser on this machine. */
export function browserCalls(store: Served): ServerPeerHandleRequestFn {
  const handler = new CallHandler(store, logOf(store.log, 'rpc'));
  return createServerPeerHandleRequestFn(handler, { context: { entry: 'browser' } });
}
