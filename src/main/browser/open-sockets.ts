import type { WebSocket } from 'ws';
import type { Log } from '#main/platform/logging/log';
import { browserCalls } from '#main/platform/rpc/transports';
import type { Store } from '#main/store';
import type { ConnectionLimits } from './connection-limits';
import { WindowSocket } from './window-socket';

/** The holder of connections without a live session. */
const STRANGERS = '';

interface Needs {
  store: Store;
  limits: ConnectionLimits;
  log: Log;
}

/**
 * The open WebSockets. A new one is always accepted. When there are too many, the least recently used one of a holder
 * with too many is closed, so that connections without a session never displace the window of a signed-in person.
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
