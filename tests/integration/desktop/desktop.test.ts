import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder';
import { runDesktop } from './run-desktop';

const script = 'desktop-run.mjs';

describe('the built desktop bundle, on a stand-in of Electron', () => {
  const folder = temporaryFolder();
  let seen: Awaited<ReturnType<typeof runDesktop>>;
  beforeAll(async () => {
    seen = await runDesktop(script, folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('its window is sandboxed, isolated and without Node', () => {
    expect(seen.window.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
    expect(seen.window.options.webPreferences.preload).toMatch(/preload\.cjs$/);
    expect(seen.window).toMatchObject({ shown: true, url: 'app://tillroom/' });
  });

  test('its data, the browser profile too, lies in the data folder', () => {
    expect(seen.userData).toBe(path.join(folder, 'window'));
  });

  test('all windows are sandboxed, and its own secure protocol is registered, before Electron is ready', () => {
    expect(seen.order).toEqual(['sandbox', 'schemes', 'ready']);
    expect(seen.schemes).toMatchObject([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
  });

  test('the protocol serves the window under a strict policy, and nothing beside it', () => {
    expect(seen.index).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
    expect(seen.deepPage.text).toBe(seen.index.text);
    expect(seen.index.policy).toContain("default-src 'none'");
    expect(seen.index.policy).toContain("script-src 'self'");
    expect(seen.index.policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(seen.index.policy).toContain("require-trusted-types-for 'script'");
    expect(seen.missing.status).toBe(404);
    expect(seen.outside.status).toBe(404);
    expect(seen.otherHost.status).toBe(404);
  });

  test('only the window itself gets a permission, and only the camera', () => {
    expect(seen.permissions).toEqual({
      camera: true,
      microphone: false,
      unknownMedia: false,
      noMedia: false,
      cameraOfFrame: false,
      location: false,
      clipboard: false,
      notifications: false,
      checkOwn: true,
      checkMicrophone: false,
      checkUnknown: false,
      checkOther: false,
      device: false,
    });
  });

  test('the window leads nowhere else', () => {
    expect(seen.navigation).toEqual({
      own: false,
      lookalike: true,
      elsewhere: true,
      redirect: true,
      frame: true,
      webview: true,
      newWindow: 'deny',
      mail: 'deny',
    });
    expect(seen.opened).toEqual([]);
  });

  test('a page from elsewhere and a frame get no port', () => {
    expect(seen.ports).toEqual({ stranger: false, frame: false });
  });

  test('through the built preload and a real message channel it makes a store and sells', () => {
    expect(seen.statusBefore).toMatchObject({ state: 'new', entry: 'desktop' });
    expect(seen.receipt).toEqual({ number: 'T1-000001', totalMinor: 120, changeMinor: 80 });
    expect(seen.refusedWithoutSession).toBe('NOT_SIGNED_IN');
  });

  test('what runs low is a notification of the system, while somebody who may know is signed in at the window', () => {
    expect(seen.notifiedWithoutWindow).toBe(0);
    expect(seen.notification).toMatchObject({
      count: 1,
      options: { title: 'Low stock: Apple', body: 'Apple (SKU P00001): 3 left. Low-stock level: 3.' },
    });
    expect(seen.notifiedAfterwards).toBe(1);
  });

  test('a click on it brings the window to the front and leads to the product', () => {
    expect(seen.notification.leadsTo).toEqual({ productId: seen.notification.product });
    expect(seen.notification.window).toEqual({ minimized: false, focused: 1 });
  });

  test('who may not know of stock is told nothing at the window', () => {
    expect(seen.toldCashier).toEqual([]);
    expect(seen.toldOwner).toMatchObject([{ title: 'Low stock: Apple' }]);
  });

  test('what one sale brings low is one notification, when it is more than one reads one by one', () => {
    expect(seen.toldOfMany).toEqual([
      { title: '4 products need attention', body: 'Fig, Lime, Pear and others.' },
    ]);
  });

  test('where the system shows no notifications, one sells on without', () => {
    expect(seen.toldWhereNoneAreShown).toEqual([]);
  });

  test('a second start brings the first window to the front', () => {
    expect(seen.secondInstance).toEqual({ minimized: false, focused: 1 });
  });

  test('it quits only after the store is closed', () => {
    expect(seen.firstQuitWaits).toBe(true);
  });

  test('without the single-instance lock it opens nothing', async () => {
    const second = await runDesktop(script, folder, { STAND_IN_SECOND: '1' });
    expect(second).toMatchObject({ quits: 1, errorBoxes: [] });
    expect(second.window).toBeUndefined();
  });

  test.for(['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk'])(
    'an installed one does not start with --%s, by which another program could use its window',
    async (name) => {
      const refused = await runDesktop(script, folder, { STAND_IN_PACKAGED: '1', STAND_IN_SWITCH: name });
      expect(refused).toMatchObject({ exitCode: 1 });
      expect(refused.errorBoxes[0].content).toContain(`--${name}`);
      expect(refused.window).toBeUndefined();
    },
  );

  test('a store file that is none is refused with a sentence, not a stack', async () => {
    const broken = temporaryFolder();
    mkdirSync(broken, { recursive: true });
    writeFileSync(
      path.join(broken, 'store.sqlite'),
      'no database at all, but long enough to be read as one'.repeat(40),
    );
    const refused = await runDesktop(script, broken);
    rmSync(broken, { recursive: true, force: true });
    expect(refused.errorBoxes[0].content).toContain('is not a Tillroom store');
    expect(refused.exitCode).toBe(1);
    expect(refused.window).toBeUndefined();
  });

  test.for([
    {
      what: 'a store that is a folder',
      cause: (place: string) => mkdirSync(path.join(place, 'store.sqlite')),
      folder: '',
    },
    {
      what: 'a data folder below a file',
      cause: (place: string) => writeFileSync(path.join(place, 'file'), ''),
      folder: 'file/data',
    },
  ])('$what is said in one error box, and it ends', async ({ cause, folder: name }) => {
    const place = temporaryFolder();
    cause(place);
    const refused = await runDesktop(script, path.join(place, name));
    rmSync(place, { recursive: true, force: true });
    expect(refused).toMatchObject({
      errorBoxes: [
        { title: 'Tillroom cannot start', content: expect.stringMatching(/, but must be a .*\.$/) },
      ],
      exitCode: 1,
    });
    expect(refused.window).toBeUndefined();
  });
});
