import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { hostsOf, type LoopbackServer, openLoopbackServer } from '#main/browser/loopback-server';
import { openWindowFiles } from '#main/platform/files/window-files';
import { connect } from '../../support/socket-client';
import { temporaryFolder } from '../../support/temporary-folder';
import { openTestShop, type TestShop } from '../../support/test-store';

const ELSEWHERE = 'http://shop.example';

let shop: TestShop;
let folder: string;
let server: LoopbackServer;
beforeEach(async () => {
  shop = await openTestShop();
  folder = temporaryFolder();
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html>the window');
  server = await openLoopbackServer(shop.store, openWindowFiles(folder), 0);
});
afterEach(async () => {
  await server.close();
  await shop.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The status of the response to a raw request target, which no URL parser has normalized. */
async function statusOf(target: string, headers: Record<string, string> = {}, method = 'GET') {
  const { hostname, port } = new URL(server.url);
  const asked = request({ hostname, port, path: target, headers, method });
  asked.end();
  const [answer] = await once(asked, 'response');
  answer.resume();
  return answer.statusCode;
}

const socketFrom = (origin: string, at = 'rpc') =>
  new WebSocket(`${server.url.replace('http', 'ws')}${at}`, { origin });

const opens = (socket: WebSocket) =>
  once(socket, 'open').then(
    () => true,
    () => false,
  );

describe('the browser entry', () => {
  test('serves the window only to pages of its own address', async () => {
    expect(await statusOf('/')).toBe(200);
    expect(await statusOf('/', { host: 'shop.example' })).toBe(403);
    expect(await statusOf('/', {}, 'POST')).toBe(403);
  });

  test('accepts an address without a port only for the default port', () => {
    expect([...hostsOf(80)]).toEqual(['127.0.0.1:80', 'localhost:80', '127.0.0.1', 'localhost']);
    expect([...hostsOf(8080)]).toEqual(['127.0.0.1:8080', 'localhost:8080']);
  });

  test('refuses calls from foreign pages', async () => {
    expect(await opens(socketFrom(new URL(server.url).origin))).toBe(true);
    expect(await opens(socketFrom(ELSEWHERE))).toBe(false);
    expect(await opens(socketFrom(new URL(server.url).origin, 'other'))).toBe(false);
  });

  test('continues to work after any request', async () => {
    for (const target of ['//', '/%', '/../store.sqlite', 'http://[', '*']) {
      expect(await statusOf(target), target).toBeGreaterThanOrEqual(200);
    }
    expect(await statusOf('/')).toBe(200);
  });

  test('continues to work after a window sent too much', async () => {
    const tooMuch = socketFrom(new URL(server.url).origin);
    await once(tooMuch, 'open');
    tooMuch.send('x'.repeat(3 * 1024 * 1024));
    await once(tooMuch, 'close');
    const window = await connect(server.url);
    expect(await window.calls.stores.status()).toMatchObject({ name: 'Corner Shop' });
    window.close();
  });
});
