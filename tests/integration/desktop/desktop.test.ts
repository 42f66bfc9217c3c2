import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder';
import { runDesktop } from './run-desktop';

const script = 'desktop-run.mjs';

describe('the built desktop bundle, with the Electron stand-in', () => {
  const folder = temporaryFolder();
  let seen: Awaited<ReturnType<typeof runDesktop>>;
  beforeAll(async () => {
    seen = await runDesktop(script, folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('opens a window that is sandboxed, isolated and without Node', () => {
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

  test('keeps its data, including the browser profile, in the data folder', () => {
    expect(seen.userData).toBe(path.join(folder, 'window'));
  });

  test('sandboxes all windows and registers its own secure protocol before Electron is ready', () => {
    expect(seen.order).toEqual(['sandbox', 'schemes', 'ready']);
    expect(seen.schemes).toMatchObject([{ scheme: 'app', privileges: { standard: true, secure: true } }]);
  });

  test("serves only the window's files through its protocol, under a strict policy", () => {
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

  test('gives only the window itself a permission, and only for the camera', () => {
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

  test('lets the window navigate nowhere else', () => {
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

  test('gives no port to foreign pages or frames', () => {
    expect(seen.ports).toEqual({ stranger: false, frame: false });
  });

  test('creates a store and sells through the built preload and a real message channel', () => {
    expect(seen.statusBefore).toMatchObject({ state: 'new', entry: 'desktop' });
    expect(seen.receipt).toEqual({ number: 'T1-000001', totalMinor: 120, changeMinor: 80 });
    expect(seen.refusedWithoutSession).toBe('NOT_SIGNED_IN');
  });

  test('sends and receives files through that channel', () => {
    const name = 'receipt-T1-000001.pdf';
    expect(seen.pdf).toEqual({ name, type: 'application/pdf', starts: '%PDF-', hasMore: true });
    expect(seen.uploaded).toEqual({ receivedBytes: 4 });
  });

  test('shows low stock as a system notification while a permitted person is signed in at the window', () => {
    expect(seen.notifiedWithoutWindow).toBe(0);
    expect(seen.notification).toMatchObject({
      count: 1,
      options: { title: 'Low stock: Apple', body: 'Apple (SKU P00001): 3 left. Low-stock level: 3.' },
    });
    expect(seen.notifiedAfterwards).toBe(1);
  });

  test('brings the window to the front and opens the product on a click on the notification', () => {
    expect(seen.notification.leadsTo).toEqual({ productId: seen.notification.product });
    expect(seen.notification.window).toEqual({ minimized: false, focused: 1 });
  });

  test('notifies no person without permission to see stock', () => {
    expect(seen.toldCashier).toEqual([]);
    expect(seen.toldOwner).toMatchObject([{ title: 'Low stock: Apple' }]);
  });

  test('shows one notification for all low stock of one sale, if there are too many for one each', () => {
    expect(seen.toldOfMany).toEqual([
      { title: '4 products need attention', body: 'Fig, Lime, Pear and others.' },
    ]);
  });

  test('continues to sell where the system shows no notifications', () => {
    expect(seen.toldWhereNoneAreShown).toEqual([]);
  });

  test('brings the first window to the front on a second start', () => {
    expect(seen.secondInstance).toEqual({ minimized: false, focused: 1 });
  });

  test('quits only after the store is closed', () => {
    expect(seen.firstQuitWaits).toBe(true);
  });

  test('opens nothing without the single-instance lock', async () => {
    const second = await runDesktop(script, folder, { STAND_IN_SECOND: '1' });
    expect(second).toMatchObject({ quits: 1, errorBoxes: [] });
    expect(second.window).toBeUndefined();
  });

  test.for(['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk'])(
    'does not start with --%s when installed, since another program could then use its window',
    async (name) => {
      const refused = await runDesktop(script, folder, { STAND_IN_PACKAGED: '1', STAND_IN_SWITCH: name });
      expect(refused).toMatchObject({ exitCode: 1 });
      expect(refused.errorBoxes[0].content).toContain(`--${name}`);
      expect(refused.window).toBeUndefined();
    },
  );

  test('refuses an invalid store file with a sentence, not a stack trace', async () => {
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
  ])('shows $what in one error box, and ends', async ({ cause, folder: name }) => {
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
