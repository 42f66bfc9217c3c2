import { execFile } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { migrationNames } from '#main/platform/database/migrations/all';
import { type RunningApp, startApp } from '../../support/app';
import { upload } from '../../support/imports';
import { makeOldStore } from '../../support/old-store';
import { connect } from '../../support/socket-client';
import { temporaryFolder } from '../../support/temporary-folder';

const TEN_MEGABYTES = 10 * 1024 * 1024;
const day = new Date().toISOString().slice(0, 10);

describe('the data folder of the running program', () => {
  let folder: string;
  let app: RunningApp | undefined;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(async () => {
    await app?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The permissions of all files in the folder. */
  const modes = (): Record<string, string> => {
    const names = readdirSync(folder, { recursive: true }).map(String);
    return Object.fromEntries(
      ['.', ...names].map((name) => {
        const stats = lstatSync(path.join(folder, name));
        return [`${name}${stats.isDirectory() ? '/' : ''}`, (stats.mode & 0o777).toString(8)];
      }),
    );
  };
  const leave = (name: string) => {
    writeFileSync(path.join(folder, name), '\n');
    chmodSync(path.join(folder, name), 0o644);
  };

  test('is accessible only to its owner, including existing and new files', async () => {
    const version = migrationNames.length - 1;
    await makeOldStore(path.join(folder, 'store.sqlite'), version);
    chmodSync(path.join(folder, 'store.sqlite'), 0o644);
    chmodSync(folder, 0o755);
    for (const name of ['logs', 'backups']) mkdirSync(path.join(folder, name), { mode: 0o755 });
    for (const name of ['in-use.lock', 'in-use.txt', 'backups/old.sqlite', 'logs/tillroom.1.log'])
      leave(name);
    const fullLog = `logs/tillroom.${day}.1.log`;
    leave(fullLog);
    truncateSync(path.join(folder, fullLog), TEN_MEGABYTES);

    app = await startApp(folder, { TILLROOM_LOG: 'info' });
    const { calls, signIn, close } = await connect(app.url);
    const { token } = await calls.stores.createStore({
      name: 'Corner Shop',
      currency: 'EUR',
      locale: 'en-IE',
      timeZone: 'Europe/Dublin',
      pricesIncludeTax: true,
      taxRatesMilliPercent: [23_000],
      admin: { username: 'owner', firstName: 'Olga', password: 'a long password' },
    });
    signIn(token);
    const { id } = await calls.catalogue.createProduct({
      name: 'Apple',
      priceMinor: 120,
      taxRateMilliPercent: 23_000,
    });
    const [place] = await calls.stock.listLocations();
    await calls.stock.receive({ productId: id, locationId: place?.id ?? 0, quantityMilli: 1000 });
    const { ticketId } = await calls.sales.addLine({ productId: id });
    await calls.sales.completeTicket({ ticketId, tenders: [{ kind: 'cash', amountMinor: 120 }] });
    signIn((await calls.people.signIn({ login: 'owner', password: 'a long password' })).token);
    await upload(calls, 'Name,Price\r\nPear,1.30\r\n');
    await calls.audit.export({});
    await vi.waitFor(async () => expect(await calls.jobs.list()).toMatchObject([{ state: 'done' }]));

    const found = modes();
    expect(Object.keys(found)).toEqual(
      expect.arrayContaining([
        'store.sqlite',
        'store.sqlite-wal',
        'store.sqlite-shm',
        'store.key',
        'in-use.lock',
        'in-use.txt',
        `backups/before-update-${version}-store.sqlite`,
        'backups/old.sqlite',
        fullLog,
        `logs/tillroom.${day}.2.log`,
      ]),
    );
    expect(Object.keys(found).filter((name) => /^imports\/./.test(name))).toHaveLength(1);
    expect(Object.keys(found).filter((name) => /^jobs\/1-\d+$/.test(name))).toHaveLength(1);
    const wide = Object.entries(found).filter(
      ([name, mode]) => mode !== (name.endsWith('/') ? '700' : '600'),
    );
    expect(wide).toEqual([]);

    close();
    await app.stop();
    app = await startApp(folder);
    await app.stop();
    expect(Object.values(modes()).filter((mode) => mode !== '700' && mode !== '600')).toEqual([]);
  });

  test('that stays accessible to other accounts is reported once at the start, and in the log', async () => {
    chmodSync(folder, 0o1777);
    app = await startApp(folder);
    const warning = `Other accounts on this computer may be able to open ${folder}.`;
    expect(app.complaint()).toContain(warning);
    expect(app.complaint().trim().split('\n')).toHaveLength(1);
    expect(readFileSync(path.join(folder, `logs/tillroom.${day}.1.log`), 'utf8')).toContain(warning);
  });

  test('is accessible only to its owner after an update by hand, too', async () => {
    const version = migrationNames.length - 1;
    await makeOldStore(path.join(folder, 'store.sqlite'), version);
    chmodSync(folder, 0o755);
    const command = path.resolve(import.meta.dirname, '../../../scripts/migrate.mjs');
    const env = { ...process.env, TILLROOM_DATA: folder };
    const { stdout } = await promisify(execFile)(process.execPath, [command, 'run'], { env });
    expect(stdout).toContain('The store is up to date now.');
    expect(modes()).toMatchObject({ [`backups/before-update-${version}-store.sqlite`]: '600' });
    expect(Object.values(modes()).filter((mode) => mode !== '700' && mode !== '600')).toEqual([]);
  });
});
