import { ORPCError } from '@orpc/server';
import { RPCHandler as PortHandler } from '@orpc/server/message-port';
import { RequestHeadersPlugin } from '@orpc/server/plugins';
import { StandardRPCHandler } from '@orpc/server/standard';
import { createServerPeerHandleRequestFn } from '@orpc/server/standard-peer';
import { ServerPeer } from '@orpc/standard-server-peer';
import type { WebSocket } from 'ws';
import { type Log, logOf } from '../log';
import type { Store } from '../store';
import type { CallContext } from './procedures';

/** The store's one router behind a MessagePort, for the desktop window. */
export function portHandler(store: Store) {
  return new PortHandler(store.router, optionsWith(logOf(store.log, 'rpc')));
}

/** The same router behind a WebSocket, for a browser on this machine. Call it with each socket that opens. */
export function socketHandler(store: Store): (socket: WebSocket) => void {
  const log = logOf(store.log, 'rpc');
  const context: CallContext = { entry: 'browser' };
  const handler = new StandardRPCHandler(store.router, optionsWith(log));
  const handle = createServerPeerHandleRequestFn(handler, { context });
  return (socket) => {
    const peer = new ServerPeer((message) => socket.send(message));
    // Not oRPC's own adapter for ws, which prints to the console what it cannot read.
    socket.on('message', (data: Buffer, isBinary) => {
      peer.message(isBinary ? data : data.toString(), handle).catch((error: unknown) => {
        log.warn({ err: error }, 'a message of a window could not be handled');
      });
    });
    socket.on('close', () => peer.close());
  };
}

function optionsWith(log: Log) {
  return { plugins: [new RequestHeadersPlugin<CallContext>()], interceptors: [noted(log)] };
}

/** Logs what oRPC cannot read or write; refusals and failed calls are logged where they happen. */
function noted(log: Log) {
  return async <T>({ next }: { next(): Promise<T> }): Promise<T> => {
    try {
      return await next();
    } catch (error) {
      if (!(error instanceof ORPCError)) log.warn({ err: error }, 'a call could not be read or answered');
      throw error;
    }
  };
}
