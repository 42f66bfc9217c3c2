import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freeBackupName, writeBackup } from '#main/platform/database/backup-file';
import { ended } from '../../support/jobs';
import { temporaryFolder } from '../../support/temporary-folder';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;

beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.close());

const admin = () => shop.as('admin');
const backupFolder = () => path.join(shop.folder, 'backups');
const filesThere = () => (existsSync(backupFolder()) ? readdirSync(backupFolder()).sort() : []);
const makeLocation = (name: string) => admin().stock.createLocation({ name, kind: 'storeroom' });

async function backUp() {
  const { id } = await admin().stores.backUp();
  return ended(admin(), id);
}

function locationsIn(file: string): string[] {
  const copy = new BetterSqlite3(file, { readonly: true });
  try {
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    return copy.prepare<[], string>('SELECT name FROM location ORDER BY id').pluck().all();
  } finally {
    copy.close();
  }
}

describe('a backup', () => {
  test('is an intact copy of the current store, with its key beside it', async () => {
    await makeLocation('Cellar');
    expect(await backUp()).toMatchObject({ state: 'done', kind: 'backup' });
    await makeLocation('Attic');
    const [key = '', store = ''] = filesThere();
    expect([key, store]).toEqual(['tillroom-2026-11-20-100000.key', 'tillroom-2026-11-20-100000.sqlite']);
    expect(locationsIn(path.join(backupFolder(), store))).toEqual(['Shop', 'Storeroom', 'Cellar']);
    expect(readFileSync(path.join(backupFolder(), key))).toEqual(
      readFileSync(path.join(shop.folder, 'store.key')),
    );
  });

  test('can be opened as a store with its key', async () => {
    await makeLocation('Cellar');
    await backUp();
    const restored = temporaryFolder();
    const { last } = await admin().stores.backups();
    cpSync(last?.storeFile ?? '', path.join(restored, 'store.sqlite'));
    cpSync(last?.keyFile ?? '', path.join(restored, 'store.key'));
    expect(locationsIn(path.join(restored, 'store.sqlite'))).toContain('Cellar');
    rmSync(restored, { recursive: true });
  });

  test('is readable only by the account that runs Tillroom', async () => {
    await backUp();
    const { last } = await admin().stores.backups();
    for (const file of [last?.storeFile, last?.keyFile]) {
      expect(statSync(file ?? '').mode & 0o077).toBe(0);
    }
  });

  test('is reported with its folder and size, and is in the audit log', async () => {
    expect(await admin().stores.backups()).toEqual({ folder: backupFolder(), last: null });
    await backUp();
    const { last } = await admin().stores.backups();
    expect(last).toMatchObject({
      storeFile: path.join(backupFolder(), 'tillroom-2026-11-20-100000.sqlite'),
      sizeBytes: statSync(last?.storeFile ?? '').size,
    });
    const { rows } = await admin().audit.list({ action: 'stores.backUp' });
    expect(rows).toMatchObject([{ entity: 'backup', label: 'tillroom-2026-11-20-100000' }]);
  });

  test('does not replace an earlier one with the same local time after a clock change', () => {
    mkdirSync(backupFolder());
    const name = () => freeBackupName(backupFolder(), '2026-10-25T02:30:00');
    expect(name()).toBe('tillroom-2026-10-25-023000');
    writeFileSync(path.join(backupFolder(), 'tillroom-2026-10-25-023000.sqlite'), '');
    expect(name()).toBe('tillroom-2026-10-25-023000-2');
  });

  test('cannot be started while another runs', async () => {
    const first = await admin().stores.backUp();
    await expect(admin().stores.backUp()).rejects.toMatchObject({ code: 'JOB_RUNNING' });
    await ended(admin(), first.id);
  });

  test('that is cancelled leaves no file', async () => {
    const { id } = await admin().stores.backUp();
    await admin().jobs.cancel({ id });
    expect(await ended(admin(), id)).toMatchObject({ state: 'cancelled' });
    expect(filesThere()).toEqual([]);
  });

  test('removes the files of an interrupted backup, and nothing else', async () => {
    mkdirSync(backupFolder());
    for (const file of [
      'tillroom-2026-11-19-100000.sqlite.partial',
      'mine.partial',
      'before-update-3-store.sqlite',
    ])
      writeFileSync(path.join(backupFolder(), file), 'half');
    await backUp();
    expect(filesThere()).toEqual([
      'before-update-3-store.sqlite',
      'mine.partial',
      'tillroom-2026-11-20-100000.key',
      'tillroom-2026-11-20-100000.sqlite',
    ]);
  });
});

describe('a backup that fails is refused and leaves no file', () => {
  test('where its folder is a file', async () => {
    writeFileSync(backupFolder(), '');
    expect(await backUp()).toMatchObject({
      state: 'failed',
      refusal: { code: 'BACKUP_FOLDER', data: { folder: backupFolder() } },
    });
  });

  test('where the copy fails its check', async () => {
    const { handle } = shop.store.database;
    handle.pragma('foreign_keys = OFF');
    handle
      .prepare(
        `INSERT INTO product_barcode (product_id, code, kind, quantity_milli) VALUES (99, '1', 'own', 1000)`,
      )
      .run();
    handle.pragma('foreign_keys = ON');
    expect(await backUp()).toMatchObject({ state: 'failed', refusal: { code: 'BACKUP_UNSOUND' } });
    expect(filesThere()).toEqual([]);
  });
});

describe('a store that was not closed', () => {
  test('is backed up with the changes that are only in its write-ahead log', async () => {
    await makeLocation('Cellar');
    const cut = temporaryFolder();
    for (const file of ['store.sqlite', 'store.sqlite-wal', 'store.key'])
      cpSync(path.join(shop.folder, file), path.join(cut, file));
    const { storeFile } = writeBackup({
      storeFile: path.join(cut, 'store.sqlite'),
      keyFile: path.join(cut, 'store.key'),
      folder: path.join(cut, 'backups'),
      name: 'tillroom-1',
    });
    expect(locationsIn(storeFile)).toContain('Cellar');
    rmSync(cut, { recursive: true });
  });
});

describe('npm run backup', () => {
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['scripts/backup.mjs', ...args], {
      env: { ...process.env, TILLROOM_DATA: shop.folder },
    });

  test('backs up an open store into the given folder', async () => {
    await makeLocation('Cellar');
    const target = path.join(shop.folder, 'stick');
    mkdirSync(target);
    const { stdout } = await run(target);
    const [key = '', store = ''] = readdirSync(target).sort();
    expect(stdout).toContain(path.join(target, key));
    expect(stdout).toContain('Keep both files safe');
    expect(locationsIn(path.join(target, store))).toContain('Cellar');
  });

  test('refuses an emptied store', async () => {
    const emptied = temporaryFolder();
    writeFileSync(path.join(emptied, 'store.sqlite'), '');
    writeFileSync(path.join(emptied, 'store.key'), Buffer.alloc(32, 1));
    const env = { ...process.env, TILLROOM_DATA: emptied };
    const made = promisify(execFile)(process.execPath, ['scripts/backup.mjs'], { env });
    await expect(made).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('it says if the store is damaged'),
    });
    expect(readdirSync(path.join(emptied, 'backups'))).toEqual([]);
    rmSync(emptied, { recursive: true });
  });

  test.for([[''], ['--folder=/x']])('does not take %j as a folder', async (args) => {
    await expect(run(...args)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('npm run backup'),
    });
  });

  test('does not create the folder when a USB stick is missing', async () => {
    const stick = path.join(shop.folder, 'media', 'stick');
    await expect(run(stick)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`There is no folder ${stick}`),
    });
    expect(existsSync(stick)).toBe(false);
  });

  test('reports in a sentence why it failed', async () => {
    await expect(run(path.join(shop.folder, 'store.key'))).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^Nothing was backed up\. .*\.\n$/),
    });
  });
});
