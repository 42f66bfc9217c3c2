import { chmodSync, mkdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keepPrivate, privacyWarning } from '#main/platform/files/private-files';
import { temporaryFolder } from '../../support/temporary-folder';

const NOBODY = 65_534;

describe('the data folder', () => {
  let above: string;
  let folder: string;
  let umask: number;
  beforeEach(() => {
    umask = process.umask(0o022);
    above = temporaryFolder();
    folder = path.join(above, 'data');
  });
  afterEach(() => {
    process.umask(umask);
    rmSync(above, { recursive: true, force: true });
  });

  const make = (name: string, mode: number, place = folder) => {
    writeFileSync(path.join(place, name), '');
    chmodSync(path.join(place, name), mode);
  };
  const makeFolder = (name: string, mode = 0o755) => {
    mkdirSync(path.join(folder, name), { recursive: true });
    chmodSync(path.join(folder, name), mode);
  };
  const modeOf = (name: string) => (statSync(path.join(folder, name)).mode & 0o7777).toString(8);

  test('is created for its owner only, as is everything in it from then on', () => {
    expect(keepPrivate(folder)).toEqual([]);
    writeFileSync(path.join(folder, 'store.sqlite'), '');
    mkdirSync(path.join(folder, 'backups'));
    expect(['.', 'store.sqlite', 'backups'].map(modeOf)).toEqual(['700', '600', '700']);
  });

  test('with wider permissions is corrected, with what Tillroom keeps in it', () => {
    makeFolder('.');
    const files = [
      'store.sqlite',
      'store.sqlite-wal',
      'store.sqlite-shm',
      'store.key',
      'in-use.lock',
      'in-use.txt',
    ];
    for (const name of files) make(name, 0o664);
    for (const name of ['logs', 'backups', 'jobs', 'imports', 'window']) makeFolder(name);
    makeFolder('backups/before');
    const inner = ['logs/tillroom.1.log', 'backups/store.sqlite', 'backups/before/store.key'];
    for (const name of inner) make(name, 0o644);
    expect(keepPrivate(folder)).toEqual([]);
    expect([...files, ...inner].map(modeOf)).toEqual([...files, ...inner].map(() => '600'));
    const folders = ['.', 'logs', 'backups', 'jobs', 'imports', 'window', 'backups/before'];
    expect(folders.map(modeOf)).toEqual(folders.map(() => '700'));
  });

  test('is corrected without changing other files or the targets of links', () => {
    makeFolder('.');
    make('holiday.jpg', 0o644);
    const elsewhere = path.join(above, 'elsewhere');
    mkdirSync(elsewhere);
    make('shared.sqlite', 0o644, elsewhere);
    symlinkSync(elsewhere, path.join(folder, 'backups'));
    symlinkSync(path.join(elsewhere, 'shared.sqlite'), path.join(folder, 'store.sqlite'));
    expect(keepPrivate(folder)).toEqual([]);
    expect(['holiday.jpg', 'backups', 'backups/shared.sqlite'].map(modeOf)).toEqual(['644', '755', '644']);
  });

  test('keeps a read-only file read-only', () => {
    makeFolder('.');
    make('store.sqlite', 0o444);
    keepPrivate(folder);
    expect(modeOf('store.sqlite')).toBe('400');
  });

  test('shared by all accounts on purpose is not changed, but reported', () => {
    makeFolder('.', 0o1777);
    expect(keepPrivate(folder)).toEqual([folder]);
    expect(modeOf('.')).toBe('1777');
  });

  // Only root can create a file of another account.
  test.runIf(process.geteuid?.() === 0)('is reported where it belongs to another account', () => {
    chmodSync(above, 0o755);
    makeFolder('.');
    make('store.sqlite', 0o644);
    make('store.key', 0o600);
    process.seteuid?.(NOBODY);
    const wide = keepPrivate(folder);
    process.seteuid?.(0);
    expect(wide).toEqual([folder, path.join(folder, 'store.sqlite')]);
    expect(privacyWarning(wide)).toContain(`may be able to open ${folder} and 1 more in its folder.`);
  });

  test('that cannot be created is left to the code that opens it next', () => {
    writeFileSync(folder, 'a file');
    expect(keepPrivate(path.join(folder, 'below'))).toEqual([]);
  });
});
