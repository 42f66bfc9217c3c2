import { once } from 'node:events';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { WebSocket } from 'ws';
import type { CallOptions, ContractClient } from '#shared/contract/index';

/** The calls of a running Tillroom over its loopback address, as a window makes them. */
export interface SocketClient {
  calls: ContractClient;
  /** The session of each call from now on. */
  signIn(token: string): void;
  close(): void;
  /** Resolves once the connection is closed, after all responses that still came through it. */
  closed: Promise<void>;
}

/**
 * Connects to a running Tillroom as its own page would.
 * @param url the address as Tillroom prints it, with the setup code while the store is new
 */
export async function connect(url: string): Promise<SocketClient> {
  const { host, origin } = new URL(url);
  const setupCode = setupCodeIn(url);
  const socket = new WebSocket(`ws://${host}/rpc`, { origin });
  await once(socket, 'open');
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  let token: string | null = null;
  const link = new RPCLink<CallOptions>({
    websocket: socket as never,
    headers: ({ context }): Record<string, string> => ({
      ...(setupCode === undefined ? {} : { 'setup-code': setupCode }),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(context.idempotencyKey === undefined ? {} : { 'idempotency-key': context.idempotencyKey }),
    }),
  });
  return {
    calls: createORPCClient(link),
    signIn: (given) => {
      token = given;
    },
    close: () => socket.terminate(),
    closed,
  };
}

/** The setup code in an address printed by Tillroom, if there is one. */
export function setupCodeIn(url: string): string | undefined {
  const [, code] = /^#setup=(.+)$/.exec(new URL(url).hash) ?? [];
  return code === undefined ? undefined : decodeURIComponent(code);
}
