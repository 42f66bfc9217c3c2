import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { connect as openTcp, type Socket } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { CONNECTION_LIMITS, type ConnectionLimits } from '#main/browser/connection-limits';
import { type LoopbackServer, openLoopbackServer } from '#main/browser/loopback-server';
import { openWindowFiles } from '#main/platform/files/window-files';
import { readPdfFile } from '../../support/pdf-text';
import { fileOf, pngOf } from '../../support/pictures';
import { connect, type SocketClient } from '../../support/socket-client';
import { temporaryFolder } from '../../support/temporary-folder';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;
let folder: string;
let server: LoopbackServer;
const closing: Array<() => unknown> = [];
beforeEach(async () => {
  shop = await openTestShop();
  folder = temporaryFolder();
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html>the window');
});
afterEach(async () => {
  for (const close of closing.splice(0)) close();
  await server.close();
  await shop.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(limits: Partial<ConnectionLimits> = {}): Promise<void> {
  server = await openLoopbackServer(shop.store, openWindowFiles(folder), 0, {
    ...CONNECTION_LIMITS,
    ...limits,
  });
}

/** A window with a signed-in manager. */
async function signedIn(): Promise<SocketClient> {
  const window = await connect(server.url);
  closing.push(window.close);
  window.signIn(shop.tokenOf('manager'));
  await window.calls.people.me();
  return window;
}

/** A connection with the app's own origin on which the test sends raw messages. */
async function rawSocket(): Promise<WebSocket> {
  const { host, origin } = new URL(server.url);
  const socket = new WebSocket(`ws://${host}/rpc`, { origin });
  socket.on('error', () => undefined);
  closing.push(() => socket.terminate());
  await once(socket, 'open');
  return socket;
}

let lastId = 0;
const callOf = (name: string, input: unknown = {}, headers: Record<string, string> = {}) => {
  lastId += 1;
  return JSON.stringify({ i: `raw-${lastId}`, p: { u: `/${name}`, b: { json: input }, h: headers } });
};
const authorization = () => ({ authorization: `Bearer ${shop.tokenOf('manager')}` });

/** Counts the calls whose session is checked from now on. */
function countCalls(): () => number {
  const { gate } = shop.store.services;
  const authenticate = gate.authenticate.bind(gate);
  let calls = 0;
  gate.authenticate = (token, now) => {
    calls += 1;
    return authenticate(token, now);
  };
  return () => calls;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a window that does not read its responses', () => {
  test('is not served further and loses its connection, while other windows are served', async () => {
    await open({ unreadBytes: 256 * 1024, unreadMs: 400 });
    const other = await signedIn();
    for (let number = 0; number < 100; number += 1) {
      await other.calls.catalogue.createCategory({
        name: `Category ${number}`,
        description: 'x'.repeat(1000),
      });
    }
    const socket = await rawSocket();
    const closed = once(socket, 'close');
    const calls = countCalls();
    socket.pause();
    for (let call = 0; call < 2000; call += 1) {
      socket.send(callOf('catalogue/listCategories', undefined, authorization()));
    }
    await pause(300);
    expect(await other.calls.people.me()).toMatchObject({ account: { username: 'manager' } });
    await pause(500);
    socket.resume();
    await closed;
    expect(calls()).toBeLessThan(500);
  });

  test('keeps its connection when it is only slow', async () => {
    await open({ unreadBytes: 1024, unreadMs: 60_000 });
    const socket = await rawSocket();
    let answers = 0;
    socket.on('message', () => {
      answers += 1;
    });
    socket.pause();
    for (let call = 0; call < 500; call += 1) socket.send(callOf('stores/status'));
    await pause(100);
    socket.resume();
    await expect.poll(() => answers, { timeout: 10_000 }).toBe(500);
  });
});

test('a window that makes many calls at once waits for some of them, and all are answered', async () => {
  await open({ callsAtOnce: 4 });
  const window = await signedIn();
  const calls = countCalls();
  let release = () => {};
  const held = shop.store.database.writes.run(
    () =>
      new Promise<void>((resolve) => {
        release = resolve;
      }),
  );
  const made = Array.from({ length: 50 }, (_, number) =>
    window.calls.catalogue.createCategory({ name: `Category ${number}` }),
  );
  await pause(200);
  expect(calls()).toBe(4);
  release();
  await held;
  expect(await Promise.all(made)).toHaveLength(50);
});

test('a connection that opens more event streams than a window has is closed', async () => {
  await open({ streams: 3 });
  const socket = await rawSocket();
  const closed = once(socket, 'close');
  for (let stream = 0; stream < 4; stream += 1)
    socket.send(callOf('events/changes', undefined, authorization()));
  const [code] = await closed;
  expect(code).toBe(1008);
});

describe('many connections', () => {
  test('without a session take no place from a new window or a signed-in one', async () => {
    await open({ strangers: 5 });
    const window = await signedIn();
    const strangers: WebSocket[] = [];
    for (let number = 0; number < 20; number += 1) strangers.push(await rawSocket());
    const newWindow = await connect(server.url);
    closing.push(newWindow.close);
    expect(await newWindow.calls.stores.status()).toMatchObject({ name: 'Corner Shop' });
    expect(await window.calls.people.me()).toMatchObject({ account: { username: 'manager' } });
    await expect
      .poll(() => strangers.filter(({ readyState }) => readyState === WebSocket.OPEN).length)
      .toBeLessThanOrEqual(4);
  });

  test('with an invalid token count as connections without a session', async () => {
    await open({ strangers: 5 });
    const strangers: WebSocket[] = [];
    for (let number = 0; number < 20; number += 1) {
      const socket = await rawSocket();
      socket.send(callOf('people/me', undefined, { authorization: 'Bearer made-up' }));
      await once(socket, 'message');
      strangers.push(socket);
    }
    await expect
      .poll(() => strangers.filter(({ readyState }) => readyState === WebSocket.OPEN).length)
      .toBeLessThanOrEqual(5);
  });

  test('of one session close the least recently used one', async () => {
    await open({ perSession: 3 });
    const sockets: WebSocket[] = [];
    for (let number = 0; number < 6; number += 1) {
      const socket = await rawSocket();
      socket.send(callOf('people/me', undefined, authorization()));
      await once(socket, 'message');
      sockets.push(socket);
    }
    await expect
      .poll(() => sockets.map(({ readyState }) => readyState === WebSocket.OPEN))
      .toEqual([false, false, false, true, true, true]);
  });

  test('that never send a request are closed, and the window is still served', async () => {
    await open({ requests: 10 });
    const { hostname, port } = new URL(server.url);
    const silent: Socket[] = [];
    for (let number = 0; number < 50; number += 1) {
      const socket = openTcp(Number(port), hostname);
      socket.on('error', () => undefined);
      // Continues to read, so that it notices the end.
      socket.resume();
      closing.push(() => socket.destroy());
      await once(socket, 'connect');
      silent.push(socket);
    }
    await expect.poll(() => silent.filter(({ closed }) => !closed).length).toBeLessThanOrEqual(10);
    expect((await fetch(server.url)).status).toBe(200);
  });
});

test('a connection with a dead peer is closed, and an idle one is kept', async () => {
  await open({ pingMs: 100 });
  const waiting = await rawSocket();
  const gone = await rawSocket();
  const closed = once(gone, 'close');
  // Without its listener the socket reads nothing, not even a ping.
  gone.pause();
  await pause(400);
  gone.resume();
  await closed;
  expect(waiting.readyState).toBe(WebSocket.OPEN);
});

test('files are sent and received as bytes', async () => {
  await open();
  const { calls } = await signedIn();
  const image = fileOf(pngOf(2, 2));
  const goods = { name: 'Cola', priceMinor: 100, taxRateMilliPercent: 0, image };
  const { imageHash } = await calls.catalogue.createProduct(goods);
  const picture = await calls.catalogue.image({ hash: imageHash ?? '' });
  expect(picture.type).toBe('image/png');
  expect(await picture.bytes()).toEqual(await image.bytes());
  const pdf = await calls.overview.pdf({ list: 'locations' });
  expect(pdf).toMatchObject({
    name: expect.stringMatching(/^stock-locations-.*\.pdf$/),
    type: 'application/pdf',
  });
  expect((await readPdfFile(pdf)).text).toContain('Stock by location');
});

describe('an unreadable call', () => {
  const answerTo = async (message: string | Buffer) => {
    const socket = await rawSocket();
    socket.send(message);
    const [data] = await once(socket, 'message');
    return JSON.parse(String(data)) as { i: string; p: { s: number; b: { json: { code: string } } } };
  };

  test.for([
    [
      'a header that is none',
      JSON.stringify({ i: 'a', p: { u: '/stores/status', h: { 'not a name': 'x' } } }),
    ],
    [
      'a header that is no text',
      JSON.stringify({ i: 'a', p: { u: '/stores/status', h: { authorization: '\n\u0000' } } }),
    ],
    ['an address that is none', JSON.stringify({ i: 'a', p: { u: 7 } })],
    ['no content', JSON.stringify({ i: 'a' })],
    [
      'a file that cannot be read',
      Buffer.concat([
        Buffer.from(
          '{"i":"a","p":{"u":"/imports/upload","h":{"content-type":"multipart/form-data; boundary=x"}}}',
        ),
        Buffer.from([0xff, 0x00, 0xff]),
      ]),
    ],
    ['a key of a prototype', '{"i":"a","p":{"u":"/people/signIn","b":{"json":{},"meta":[[3,"__proto__"]]}}}'],
  ])('because of %s is answered with an error', async ([, message]) => {
    await open();
    const { i, p } = await answerTo(message as string | Buffer);
    expect(i).toBe('a');
    expect(p.s).toBe(422);
    expect(p.b.json.code).toBe('INPUT_INVALID');
  });
});
