import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { CallOptions, ContractClient } from '#shared/contract/index';
import { sessionToken } from './session-token';

/** What goes with each call: who asks, and a key that makes a repeated change happen once. */
function headers({ context }: { context: CallOptions }): Record<string, string> {
  const token = sessionToken.get();
  return {
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    'idempotency-key': context.idempotencyKey ?? crypto.randomUUID(),
  };
}

/** The desktop hands the window a MessagePort; a browser opens a WebSocket to where it came from. */
function openLink(): PortLink<CallOptions> | SocketLink<CallOptions> {
  if (window.tillroomPort) return new PortLink({ port: window.tillroomPort, headers });
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  return new SocketLink({ websocket: new WebSocket(`${scheme}://${location.host}/rpc`), headers });
}

declare global {
  interface Window {
    tillroomPort?: MessagePort;
  }
}

/** Every call of the contract, as a function. */
export const rpc: ContractClient = createORPCClient(openLink() as never);

/** The same as options for TanStack Query: `useQuery(orpc.catalogue.product.queryOptions({ input }))`. */
export const orpc = createTanstackQueryUtils(rpc);
