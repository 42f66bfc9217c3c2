import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { socketHandler } from '../rpc/transports';
import type { Store } from '../store';
import type { WindowFiles } from '../window-files';
import { asPortFailure } from './port';

/** The most one call may weigh: a product's picture and some. */
const MAX_MESSAGE_BYTES = 2 * 1024 * 1024;

export interface LoopbackServer {
  url: string;
  close(): Promise<void>;
}

/**
 * The app behind a loopback address, for a browser on this very machine. Host and Origin are checked, so
 * that a page from elsewhere cannot reach it through a name of its own that points here.
 * @param port the port to listen on; 0 for a free one.
 * @throws StartFailure when the port is in use or not allowed
 */
export async function openLoopbackServer(
  store: Store,
  files: WindowFiles,
  port: number,
): Promise<LoopbackServer> {
  const server = createServer();
  await listen(server, port);
  // A connection that could not be accepted, because too many are open, must not end the program.
  server.on('error', (err) => store.log.warn({ err }, 'the loopback server failed'));
  const actualPort = (server.address() as AddressInfo).port;
  const hosts = new Set([`127.0.0.1:${actualPort}`, `localhost:${actualPort}`]);

  server.on('request', async (request, response) => {
    if (!hosts.has(request.headers.host ?? '') || request.method !== 'GET') {
      response.writeHead(403).end();
      return;
    }
    const file = await files(pathOf(request));
    response.writeHead(file.status, file.headers).end(file.body);
  });

  const answer = socketHandler(store);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
  server.on('upgrade', (request, socket, head) => {
    // A window that goes away half way, or sends too much, loses its own connection and nothing else.
    socket.on('error', () => socket.destroy());
    if (!isOwnPage(request, hosts)) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('error', () => webSocket.terminate());
      answer(webSocket);
    });
  });

  return {
    url: `http://127.0.0.1:${actualPort}/`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The path of an address, without what follows it; it may be anything that somebody can send. */
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
