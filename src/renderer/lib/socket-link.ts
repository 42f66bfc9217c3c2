import { type ClientContext, type ClientLink, type ClientOptions, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { ConnectionLostError, connection } from './connection';

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5000;
/** How long a call waits for an unreachable store before it fails. */
const PATIENCE_MS = 10_000;

interface Needs<Context extends ClientContext> {
  url: string;
  headers: (options: ClientOptions<Context>) => Record<string, string>;
  /** Whether a call may be repeated when its answer was lost, because it only reads or carries its key. */
  mayRepeat: (path: readonly string[], options: ClientOptions<Context>) => boolean;
}

interface Line<Context extends ClientContext> {
  socket: WebSocket;
  link: RPCLink<Context>;
}

/**
 * A link over a WebSocket that reopens with growing delays whenever it closes. Calls wait for it; a call whose
 * answer was lost is repeated with the same key where that is safe, and fails otherwise.
 */
export class SocketLink<Context extends ClientContext> implements ClientLink<Context> {
  readonly #needs: Needs<Context>;
  #waitMs = FIRST_WAIT_MS;
  #line: Promise<Line<Context>>;

  constructor(needs: Needs<Context>) {
    this.#needs = needs;
    this.#line = this.#open();
  }

  async call(path: readonly string[], input: unknown, options: ClientOptions<Context>): Promise<unknown> {
    for (;;) {
      const { socket, link } = await patiently(this.#line);
      try {
        return await link.call(path, input, options);
      } catch (error) {
        if (error instanceof ORPCError || socket.readyState === WebSocket.OPEN) throw error;
        if (options.signal?.aborted) throw error;
        if (!this.#needs.mayRepeat(path, options)) {
          throw new ConnectionLostError('The answer was lost', { cause: error });
        }
      }
    }
  }

  #open(): Promise<Line<Context>> {
    const { url, headers } = this.#needs;
    return new Promise((resolve) => {
      const attempt = (): void => {
        const socket = new WebSocket(url);
        let opened = false;
        socket.addEventListener('open', () => {
          opened = true;
          this.#waitMs = FIRST_WAIT_MS;
          connection.set('open');
          resolve({ socket, link });
        });
        // Registered before the link's own listener, which fails the pending calls: they need the next socket at once.
        socket.addEventListener('close', () => {
          connection.set('lost');
          if (opened) this.#line = this.#after(() => this.#open());
          else void this.#after(attempt);
        });
        const link = new RPCLink<Context>({ websocket: socket, headers });
      };
      attempt();
    });
  }

  async #after<Result>(next: () => Result): Promise<Awaited<Result>> {
    const waitMs = this.#waitMs;
    this.#waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2);
    await new Promise((resolve) => setTimeout(resolve, waitMs));
    return await next();
  }
}

async function patiently<Result>(promise: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const impatience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ConnectionLostError('The store does not answer')), PATIENCE_MS);
  });
  try {
    return await Promise.race([promise, impatience]);
  } finally {
    clearTimeout(timer);
  }
}
