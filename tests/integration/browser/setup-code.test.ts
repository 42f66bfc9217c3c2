import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LoopbackServer, openLoopbackServer } from '#main/browser/loopback-server';
import { openWindowFiles } from '#main/platform/files/window-files';
import type { Store } from '#main/store';
import { contract } from '#shared/contract/index';
import { callRules } from '#shared/permissions';
import { type RunningApp, startApp } from '../../support/app';
import { contentOf } from '../../support/database-content';
import { connect, type SocketClient, setupCodeIn } from '../../support/socket-client';
import { temporaryFolder } from '../../support/temporary-folder';
import { clientOf, OPENING_TIME, openTestStore } from '../../support/test-store';

const WIZARD = {
  name: 'Green Corner',
  currency: 'EUR',
  locale: 'de-AT',
  timeZone: 'Europe/Vienna',
  pricesIncludeTax: true,
  taxRatesMilliPercent: [20_000, 10_000],
  admin: { username: 'ada', firstName: 'Ada', password: 'a long enough secret' },
};

/** The tables that record wrong codes. */
const TRIES = ['sign_in_failure', 'log_entry'];

describe('a new store behind the loopback address', () => {
  let folder: string;
  let time: { now: number };
  let store: Store;
  let server: LoopbackServer;
  let clients: SocketClient[];
  beforeEach(async () => {
    folder = temporaryFolder();
    writeFileSync(path.join(folder, 'index.html'), '<!doctype html>the window');
    time = { now: OPENING_TIME };
    store = await openTestStore(folder, time);
    server = await openLoopbackServer(store, openWindowFiles(folder), 0);
    clients = [];
  });
  afterEach(async () => {
    for (const client of clients) client.close();
    await server.close();
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const callsWith = async (code?: string) => {
    const client = await connect(code === undefined ? server.url : `${server.url}#setup=${code}`);
    clients.push(client);
    return client.calls;
  };
  const rightCode = () => store.services.setupCode.current ?? '';

  test('is created only with the setup code', async () => {
    const before = contentOf(store, TRIES);
    for (const code of [undefined, 'AAAA-BBBB-CCCC', `${rightCode()}A`, rightCode().slice(0, -1)]) {
      const calls = await callsWith(code);
      await expect(calls.stores.createStore(WIZARD)).rejects.toMatchObject({ code: 'SETUP_CODE_WRONG' });
    }
    expect(contentOf(store, TRIES)).toEqual(before);
    const typed = ` ${rightCode().toLowerCase().replaceAll('-', ' ')}`;
    const { token } = await (await callsWith(typed)).stores.createStore(WIZARD);
    expect(token).not.toBe('');
  });

  test('reports whether the setup code is right before its form is filled in', async () => {
    const wrong = await callsWith('AAAA-BBBB-CCCC');
    await expect(wrong.stores.checkSetupCode()).rejects.toMatchObject({ code: 'SETUP_CODE_WRONG' });
    const right = await callsWith(rightCode());
    await expect(right.stores.checkSetupCode()).resolves.toEqual({});
    expect(store.services.settings.ready).toBe(false);
  });

  test('is not created by any call without the setup code', async () => {
    const calls = await callsWith();
    for (const [feature, procedures] of Object.entries(contract)) {
      for (const name of Object.keys(procedures)) {
        const call = `${feature}.${name}` as keyof typeof callRules;
        if (callRules[call].needs !== 'anyone') continue;
        const made = (calls as never as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[
          feature
        ]?.[name]?.({ ...WIZARD, login: 'ada', username: 'ada', password: WIZARD.admin.password });
        await made?.catch(() => undefined);
        expect(store.services.settings.ready, call).toBe(false);
      }
    }
    await expect(calls.stores.createDemoStore({})).rejects.toMatchObject({ code: 'SETUP_CODE_WRONG' });
  });

  test('makes wrong codes wait, but never the right one', async () => {
    const guesses = await callsWith('AAAA-BBBB-CCCC');
    for (let tries = 0; tries < 5; tries += 1) {
      await expect(guesses.stores.createStore(WIZARD)).rejects.toMatchObject({ code: 'SETUP_CODE_WRONG' });
    }
    await expect(guesses.stores.createStore(WIZARD)).rejects.toMatchObject({
      code: 'TOO_MANY_TRIES',
      data: { waitSeconds: 60 },
    });
    await (await callsWith(rightCode())).stores.createStore(WIZARD);
  });

  test('needs no code in the desktop window', async () => {
    await clientOf(store, null).stores.createStore(WIZARD);
  });

  test('has a new code after each start, and none once it is created', async () => {
    const first = rightCode();
    expect(first).toMatch(/^[A-HJKMNP-Z2-9]{4}(-[A-HJKMNP-Z2-9]{4}){2}$/);
    await server.close();
    await store.close();
    store = await openTestStore(folder, time);
    server = await openLoopbackServer(store, openWindowFiles(folder), 0);
    const second = rightCode();
    expect(second).not.toBe(first);
    const outdated = await callsWith(first);
    await expect(outdated.stores.createStore(WIZARD)).rejects.toMatchObject({ code: 'SETUP_CODE_WRONG' });
    const calls = await callsWith(second);
    await calls.stores.createStore(WIZARD);
    expect(store.services.setupCode.current).toBeNull();
    await expect(calls.stores.createStore(WIZARD)).rejects.toMatchObject({ code: 'STORE_EXISTS' });
  });
});

describe('the running browser entry', () => {
  let folder: string;
  let app: RunningApp | undefined;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(async () => {
    await app?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('prints the setup code with its address until the store is created', async () => {
    app = await startApp(folder);
    const code = setupCodeIn(app.url);
    expect(code).toBeDefined();
    expect(app.lines).toContainEqual(expect.stringMatching(new RegExp(`^Setup code: ${code}\\b`)));
    const { calls, close } = await connect(app.url);
    await calls.stores.createStore(WIZARD);
    close();
    await app.stop();
    app = await startApp(folder);
    expect(setupCodeIn(app.url)).toBeUndefined();
    expect(app.lines.join('\n')).not.toContain('Setup code');
  });
});
