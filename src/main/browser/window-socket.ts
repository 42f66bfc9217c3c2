import type { ServerPeerHandleRequestFn } from '@orpc/standard-server-peer';
import { encodeResponseMessage, MessageType, ServerPeer } from '@orpc/standard-server-peer';
import type { WebSocket } from 'ws';
import type { Log } from '#main/platform/logging/log';
import { unreadable } from '#main/platform/rpc/call-handler';
import type { ConnectionLimits } from './connection-limits';

type Request = Parameters<ServerPeerHandleRequestFn>[0];

interface Needs {
  socket: WebSocket;
  handle: ServerPeerHandleRequestFn;
  limits: Pick<ConnectionLimits, 'callsAtOnce' | 'streams' | 'unreadBytes' | 'unreadMs'>;
  log: Log;
  /** Called when a call carries another session than the one before. */
  onToken: () => void;
}

/** RFC 6455, section 7.4.1: the other side violated a policy of this program. */
const POLICY_VIOLATION = 1008;

/**
 * The WebSocket of one window, with backpressure: a call is done when its answer has left the program, and while too
 * many calls are in progress or too many bytes are unread, nothing more is read from the connection. A window that
 * reads nothing for a while loses its connection.
 */
export class WindowSocket {
  /** The token of the last call that had one. */
  token: string | null = null;
  /** A counter over the calls of all connections, to find the least recently used one. */
  lastUse = nextUse();

  readonly #needs: Needs;
  readonly #peer: ServerPeer;
  readonly #waiting: Array<string | Buffer> = [];
  #underWay = 0;
  #streams = 0;
  #unsent = 0;
  #unreadTimer: NodeJS.Timeout | undefined;
  #answersPings = true;

  constructor(needs: Needs) {
    this.#needs = needs;
    const { socket } = needs;
    this.#peer = new ServerPeer((message) => this.#send(message));
    socket.on('message', (data: Buffer, isBinary) => {
      this.#waiting.push(isBinary ? data : data.toString());
      this.#next();
    });
    socket.on('pong', () => {
      this.#answersPings = true;
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      clearTimeout(this.#unreadTimer);
      this.#waiting.length = 0;
      this.#peer.close();
    });
  }

  terminate(): void {
    this.#needs.socket.terminate();
  }

  /** Pings the other side, and closes the connection if it did not answer the previous ping. */
  ping(): void {
    const { socket } = this.#needs;
    // A paused socket does not read pongs; the time it can stay paused is limited by the timer for unread answers.
    if (socket.isPaused) return;
    if (!this.#answersPings) {
      socket.terminate();
      return;
    }
    this.#answersPings = false;
    socket.ping();
  }

  #next(): void {
    const { socket, limits } = this.#needs;
    const isFree = () => this.#underWay < limits.callsAtOnce && socket.bufferedAmount <= limits.unreadBytes;
    while (isFree()) {
      const message = this.#waiting.shift();
      if (message === undefined) break;
      void this.#take(message);
    }
    if (this.#waiting.length > 0 || !isFree()) socket.pause();
    else socket.resume();
  }

  async #take(message: string | Buffer): Promise<void> {
    const { log } = this.#needs;
    this.#underWay += 1;
    let isStream = false;
    try {
      await this.#peer.message(message, async (request) => {
        this.#noteUse(request);
        const response = await this.#needs.handle(request);
        if (isStreamed(response.body)) {
          isStream = true;
          this.#underWay -= 1;
          this.#openStream();
        }
        return response;
      });
    } catch (error) {
      log.warn({ err: error }, 'a message of a window could not be handled');
      await this.#answerUnreadable(message, error);
    } finally {
      if (isStream) this.#streams -= 1;
      else this.#underWay -= 1;
      this.#next();
    }
  }

  #openStream(): void {
    const { socket, limits } = this.#needs;
    this.#streams += 1;
    if (this.#streams > limits.streams) socket.close(POLICY_VIOLATION, 'too many event streams');
    else this.#next();
  }

  /** Resolves once the message has left the program, or can no longer be sent. */
  #send(message: Parameters<WebSocket['send']>[0]): Promise<void> {
    const { socket } = this.#needs;
    this.#unsent += 1;
    this.#watchReading();
    return new Promise((resolve) => {
      socket.send(message, () => {
        this.#unsent -= 1;
        this.#watchReading();
        resolve();
        // A sent event, unlike an answer, has no call in #take that continues with #next.
        this.#next();
      });
    });
  }

  /** Any progress restarts the full time limit. */
  #watchReading(): void {
    const { socket, limits, log } = this.#needs;
    clearTimeout(this.#unreadTimer);
    if (this.#unsent === 0 || socket.readyState !== socket.OPEN) return;
    this.#unreadTimer = setTimeout(() => {
      log.warn('a window that does not read its answers lost its connection');
      socket.terminate();
    }, limits.unreadMs).unref();
  }

  #noteUse({ headers }: Request): void {
    this.lastUse = nextUse();
    const { authorization } = headers;
    const token = typeof authorization === 'string' ? authorization.replace(/^Bearer /, '') : null;
    if (token === null || token === this.token) return;
    this.token = token;
    this.#needs.onToken();
  }

  /** Answers an unreadable message if at least its call id can be read. */
  async #answerUnreadable(message: string | Buffer, cause: unknown): Promise<void> {
    const id = idOf(message);
    if (id === undefined) return;
    const error = unreadable(cause);
    const response = { status: error.status, headers: {}, body: { json: error.toJSON() } };
    const answer = await encodeResponseMessage(id, MessageType.RESPONSE, response);
    await this.#send(answer as Parameters<WebSocket['send']>[0]);
  }
}

let uses = 0;
function nextUse(): number {
  uses += 1;
  return uses;
}

function isStreamed(body: unknown): boolean {
  return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

/** Separates a call from the bytes of its files; no byte of a text is 255. */
const FILES_FOLLOW = 255;

function idOf(message: string | Buffer): string | undefined {
  const end = typeof message === 'string' ? -1 : message.indexOf(FILES_FOLLOW);
  try {
    const { i } = JSON.parse(String(end < 0 ? message : message.slice(0, end))) as { i?: unknown };
    return typeof i === 'string' ? i : undefined;
  } catch {
    return undefined;
  }
}
