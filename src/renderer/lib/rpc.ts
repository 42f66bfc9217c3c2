import { type ClientLink, type ClientOptions, createORPCClient, ORPCError } from '@orpc/client';
import {
  createTanstackQueryUtils,
  OPERATION_CONTEXT_SYMBOL,
  type OperationContext,
} from '@orpc/tanstack-query';
import type { CallName, CallOptions, ContractClient } from '#shared/contract/index';
import { callRules } from '#shared/permissions';
import { PortLink } from './port-link';
import { sessionEnd } from './session-end';
import { sessionToken } from './session-token';
import { SocketLink } from './socket-link';

type Context = CallOptions & OperationContext;

/** What goes with each call: who asks, and a key that makes a repeated change happen once. */
function headers({ context }: ClientOptions<Context>): Record<string, string> {
  const token = sessionToken.get();
  return {
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    ...(context.idempotencyKey === undefined ? {} : { 'idempotency-key': context.idempotencyKey }),
  };
}

/** Queries repeat without harm, and so do changes, which carry their key; sign-in and the like do not. */
function mayRepeat(path: readonly string[], { context }: ClientOptions<Context>): boolean {
  const carriesKey = callRules[path.join('.') as CallName].kind !== 'reads';
  return carriesKey || context[OPERATION_CONTEXT_SYMBOL]?.type === 'query';
}

/** The desktop hands the window a MessagePort; a browser opens a WebSocket to where it came from. */
function openLink(): ClientLink<Context> {
  if (!location.protocol.startsWith('http')) return new PortLink(headers);
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  return new SocketLink({ url: `${scheme}://${location.host}/rpc`, headers, mayRepeat });
}

let line: ClientLink<Context> | undefined;

/** Opens at the first call, gives each call its key once, so that it keeps it when it is repeated, and notices a session's end. */
const link: ClientLink<Context> = {
  async call(path, input, options) {
    const token = sessionToken.get();
    const idempotencyKey = options.context.idempotencyKey ?? crypto.randomUUID();
    try {
      line ??= openLink();
      return await line.call(path, input, { ...options, context: { ...options.context, idempotencyKey } });
    } catch (error) {
      if (error instanceof ORPCError && token === sessionToken.get()) sessionEnd.notice(error);
      throw error;
    }
  },
};

/** Every call of the contract, as a function. */
export const rpc: ContractClient = createORPCClient(link);

/** The same as options for TanStack Query: `useQuery(orpc.catalogue.product.queryOptions({ input }))`. */
export const orpc = createTanstackQueryUtils(rpc);
