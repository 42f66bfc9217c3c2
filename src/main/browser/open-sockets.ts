import type { WebSocket } from 'ws';
import type { Log } from '#main/platform/logging/log';
import { browserCalls } from '#main/platform/rpc/transports';
import type { Store } from '#main/store';
import type { ConnectionLimits } from './connection-limits';
import { WindowSocket } from './window-socket';

/** Who holds connections on which no session is signed in. */
const STRANGERS = '';

interface Needs {
  store: Store;
  limits: ConnectionLimits;
  log: Log;
}

/**
 * The WebSockets that are open. A new one is always let in: where too many are open, the least recently used one of
 * those who hold too many is closed, strangers first, so that nobody's window loses its place to them.
 */
export class OpenSockets {
  readonly #needs: Needs;
  readonly #handle;
  readonly #open = new Set<WindowSocket>();
  readonly #pinging: NodeJS.Timeout;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#handle = browserCalls(needs.store);
    this.#pinging = setInterval(() => {
      for (const one of this.#open) one.ping();
    }, needs.limits.pingMs).unref();
  }

  accept(socket: WebSocket): void {
    const { limits, log } = this.#needs;
    const opened = new WindowSocket({
      socket,
      handle: this.#handle,
      limits,
      log,
      onToken: () => this.#makeRoom(),
    });
    this.#open.add(opened);
    socket.on('close', () => this.#open.delete(opened));
    this.#makeRoom();
  }

  close(): void {
    clearInterval(this.#pinging);
    for (const one of this.#open) one.terminate();
  }

  #makeRoom(): void {
    const { limits } = this.#needs;
    if (this.#open.size <= Math.min(limits.strangers, limits.perSession)) return;
    const groups = this.#byHolder();
    for (const [holder, sockets] of groups) {
      this.#closeBeyond(sockets, holder === STRANGERS ? limits.strangers : limits.perSession);
    }
    const tooMany = this.#open.size - limits.total;
    const largest = [...groups.values()].reduce((one, other) => (other.length > one.length ? other : one));
    if (tooMany > 0) this.#closeBeyond(largest, largest.length - tooMany);
  }

  #closeBeyond(sockets: WindowSocket[], atMost: number): void {
    if (sockets.length <= atMost) return;
    sockets.sort((one, other) => one.lastUse - other.lastUse);
    for (const one of sockets.splice(0, sockets.length - atMost)) {
      this.#open.delete(one);
      one.terminate();
    }
  }

  /** The open connections by their session's token. */
  #byHolder(): Map<string, WindowSocket[]> {
    const groups = new Map<string, WindowSocket[]>();
    for (const one of this.#open) {
      const holder = one.token !== null && this.#isLive(one.token) ? one.token : STRANGERS;
      const group = groups.get(holder);
      if (group) group.push(one);
      else groups.set(holder, [one]);
    }
    return groups;
  }

  #isLive(token: string): boolean {
    const { gate, clock } = this.#needs.store.services;
    try {
      gate.authenticate(token, clock());
      return true;
    } catch {
      return false;
    }
  }
}
