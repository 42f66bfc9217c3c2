import { type ClientLink, type ClientOptions, createORPCClient, ORPCError } from '@orpc/client';
import {
  createTanstackQueryUtils,
  OPERATION_CONTEXT_SYMBOL,
  type OperationContext,
} from '@orpc/tanstack-query';
import type { CallName, CallOptions, ContractClient } from '#shared/contract/index';
import { callRules } from '#shared/permissions';
import { lock } from './lock';
import { PortLink } from './port-link';
import { sessionEnd } from './session-end';
import { sessionToken } from './session-token';
import { setupCode } from './setup-code';
import { Signal } from './signal';
import { SocketLink } from './socket-link';

type Context = CallOptions & OperationContext;

/** Identifies this window, so that it is not notified of its own changes. */
const WINDOW_ID = crypto.randomUUID().slice(0, 8);

/** The headers of each call: the window, the session token, and the key that makes a repeated change happen once. */
function headers({ context }: ClientOptions<Context>): Record<string, string> {
  const token = sessionToken.get();
  const code = headerSafe(setupCode.get());
  return {
    'window-id': WINDOW_ID,
    ...(code === '' ? {} : { 'setup-code': code }),
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    ...(context.idempotencyKey === undefined ? {} : { 'idempotency-key': context.idempotencyKey }),
  };
}

/** Drops characters that a header cannot carry; a setup code has none of them. */
const headerSafe = (typed: string): string => typed.replace(/[^\x21-\x7e]/g, '');

function isQuery({ context }: ClientOptions<Context>): boolean {
  return context[OPERATION_CONTEXT_SYMBOL]?.type === 'query';
}

/** Queries can be repeated safely, and so can changes, which carry their key; sign-in and the like cannot. */
function mayRepeat(path: readonly string[], options: ClientOptions<Context>): boolean {
  const carriesKey = callRules[path.join('.') as CallName].kind !== 'reads';
  return carriesKey || isQuery(options);
}

/** The desktop app passes a MessagePort to the window; a browser opens a WebSocket to its own origin. */
function openLink(): ClientLink<Context> {
  if (!location.protocol.startsWith('http')) return new PortLink(headers);
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  return new SocketLink({ url: `${scheme}://${location.host}/rpc`, headers, mayRepeat });
}

const changeCalls = new Signal();

/** Calls a listener whenever this window asks for a change; returns a function that stops it. */
export const onChangeCall = changeCalls.subscribe;

let line: ClientLink<Context> | undefined;

/** Waits until the session is unlocked or replaced, or the call is aborted. */
function untilUnlocked(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      for (const stop of stops) stop();
      resolve();
    };
    const stops = [lock.onOpen(done), sessionToken.subscribe(done)];
    signal?.addEventListener('abort', done, { once: true });
  });
}

/** Makes a call on the link, which the first call opens, and detects a lock and the end of the session. */
async function make(
  path: readonly string[],
  input: unknown,
  options: ClientOptions<Context>,
): Promise<unknown> {
  const token = sessionToken.get();
  try {
    line ??= openLink();
    if (callRules[path.join('.') as CallName].kind !== 'reads') changeCalls.tell();
    return await line.call(path, input, options);
  } catch (error) {
    if (error instanceof ORPCError && token === sessionToken.get()) {
      sessionEnd.notice(error);
      if (isLocked(error)) lock.refuse();
    }
    throw error;
  }
}

const isLocked = (error: unknown): boolean => error instanceof ORPCError && error.code === 'SESSION_LOCKED';

/**
 * Gives each call its key once, so that a repeated call keeps it. A query that is refused because the session is
 * locked is repeated after the unlock, so that what is shown below the lock screen never turns into an error.
 */
const link: ClientLink<Context> = {
  async call(path, input, options) {
    const token = sessionToken.get();
    const idempotencyKey = options.context.idempotencyKey ?? crypto.randomUUID();
    const keyed = { ...options, context: { ...options.context, idempotencyKey } };
    for (;;) {
      try {
        return await make(path, input, keyed);
      } catch (error) {
        if (!(isLocked(error) && isQuery(options))) throw error;
        await untilUnlocked(options.signal);
        if (options.signal?.aborted || token !== sessionToken.get()) throw error;
      }
    }
  },
};

/** All calls of the contract as functions. */
export const rpc: ContractClient = createORPCClient(link);

/** All calls as options for TanStack Query: `useQuery(orpc.catalogue.product.queryOptions({ input }))`. */
export const orpc = createTanstackQueryUtils(rpc);
