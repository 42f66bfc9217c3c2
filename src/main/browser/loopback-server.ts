import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { WebSocketServer } from 'ws';
import type { WindowFiles } from '#main/platform/files/window-files';
import { logOf } from '#main/platform/logging/log';
import type { Store } from '#main/store';
import { CONNECTION_LIMITS } from './connection-limits';
import { OpenSockets } from './open-sockets';
import { asPortFailure } from './port';

/** The largest call: enough for a product's picture and some more. */
const MAX_MESSAGE_BYTES = 2 * 1024 * 1024;

/** The default port of http, the scheme of this server. */
const DEFAULT_PORT = 80;

/** How long the headers and the whole of a request may take to arrive, in milliseconds. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;

export interface LoopbackServer {
  url: string;
  close(): Promise<void>;
}

/**
 * Serves the app on a loopback address, for a browser on this machine. Host and Origin are checked, so that a page from
 * elsewhere cannot reach it through its own domain name that resolves to this address (DNS rebinding).
 * @param port the port to listen on; 0 for a free one.
 * @throws StartFailure when the port is in use or not allowed
 * @param limits how many connections and calls are served at a time
 */
export async function openLoopbackServer(
  store: Store,
  files: WindowFiles,
  port: number,
  limits = CONNECTION_LIMITS,
): Promise<LoopbackServer> {
  const server = createServer({ headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS });
  const requests = limitRequests(server, limits.requests);
  await listen(server, port);
  // A connection that cannot be accepted because too many are open must not end the program.
  server.on('error', (err) => store.log.warn({ err }, 'the loopback server failed'));
  const actualPort = (server.address() as AddressInfo).port;
  const hosts = hostsOf(actualPort);

  server.on('request', async (request, response) => {
    if (!hosts.has(request.headers.host ?? '') || request.method !== 'GET') {
      response.writeHead(403).end();
      return;
    }
    const file = await files(pathOf(request));
    response.writeHead(file.status, file.headers).end(file.body);
  });

  const windows = new OpenSockets({ store, limits, log: logOf(store.log, 'rpc') });
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
  server.on('upgrade', (request, socket, head) => {
    // A window that disconnects during the upgrade or sends too much loses only its own connection.
    socket.on('error', () => socket.destroy());
    if (!isOwnPage(request, hosts)) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n', () => socket.destroy());
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      requests.delete(request.socket);
      windows.accept(webSocket);
    });
  });

  return {
    url: `http://127.0.0.1:${actualPort}/`,
    close: () =>
      new Promise((resolve) => {
        windows.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * The Host headers with which a browser on this computer reaches a port of the loopback address; browsers omit the
 * scheme's default port.
 */
export function hostsOf(port: number): ReadonlySet<string> {
  const names = ['127.0.0.1', 'localhost'];
  return new Set([...names.map((name) => `${name}:${port}`), ...(port === DEFAULT_PORT ? names : [])]);
}

/** Closes the oldest connections that are not WebSockets when there are more than `atMost`; returns the open ones. */
function limitRequests(server: Server, atMost: number): Set<Socket> {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    const [oldest] = open;
    if (open.size <= atMost || !oldest) return;
    open.delete(oldest);
    oldest.destroy();
  });
  return open;
}

/** The path of a URL without query and fragment; it is untrusted and can be any text. */
function pathOf({ url = '/' }: IncomingMessage): string {
  const [path = '/'] = url.split(/[?#]/);
  return path;
}

function isOwnPage(request: IncomingMessage, hosts: ReadonlySet<string>): boolean {
  const { host, origin } = request.headers;
  return host !== undefined && hosts.has(host) && origin === `http://${host}` && request.url === '/rpc';
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(asPortFailure(error, port)));
    server.listen(port, '127.0.0.1', () => resolve());
  });
}
