import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import SqliteDatabase, { type Database as Handle } from 'better-sqlite3';
import { migrationNames } from '#main/platform/database/migrations/all';
import { giveToNobody, isRoot } from '../../support/failed-start';
import { makeOldStore } from '../../support/old-store';

const ROOT = 0;

/** A way in which a start can fail. */
export interface FailedStart {
  when: string;
  /** Causes the failure in the data folder of a shop; can return another data folder to start on. */
  cause?: (folder: string) => void | string | Promise<void>;
  env?: Record<string, string>;
  /** Text that the message must contain. */
  says: string | RegExp;
  /** Permissions do not restrict root, so such a case runs as another account. */
  needs?: 'permissions' | 'another owner';
  /** Whether the cause may change the store's file. */
  changes?: boolean;
}

const inFile = (folder: string, work: (handle: Handle) => void): void => {
  const handle = new SqliteDatabase(path.join(folder, 'store.sqlite'));
  work(handle);
  handle.close();
};
const set = (key: string, value: string) => (folder: string) =>
  inFile(folder, (handle) => handle.prepare('UPDATE setting SET value = ? WHERE key = ?').run(value, key));
/** A file that belongs to another account than the one that starts the program. */
export const ofRoot =
  (name: string, mode = 0o600) =>
  (folder: string) => {
    const place = path.join(folder, name);
    if (!existsSync(place)) writeFileSync(place, 'x');
    chmodSync(place, mode);
    chownSync(place, ROOT, ROOT);
  };
const folderOfRoot = (name: string) => (folder: string) => {
  mkdirSync(path.join(folder, name, 'inner'), { recursive: true });
  writeFileSync(path.join(folder, name, 'inner', 'file'), 'x');
  for (const one of [name, `${name}/inner`]) chmodSync(path.join(folder, one), 0o700);
  for (const one of [name, `${name}/inner`]) chownSync(path.join(folder, one), ROOT, ROOT);
};
const asFolder = (name: string) => (folder: string) => {
  rmSync(path.join(folder, name), { force: true });
  mkdirSync(path.join(folder, name));
};
const asFile = (name: string) => (folder: string) => {
  rmSync(path.join(folder, name), { recursive: true, force: true });
  writeFileSync(path.join(folder, name), 'x');
};
const mode = (name: string, bits: number) => (folder: string) => chmodSync(path.join(folder, name), bits);

/** The start failures that a data folder or a setting can cause. */
export const failedStarts: FailedStart[] = [
  // The data folder
  {
    when: 'the data folder is a file',
    cause: (folder) => {
      writeFileSync(`${folder}/file`, 'x');
      return `${folder}/file`;
    },
    says: '/file is a file, but must be a folder',
  },
  {
    when: 'the data folder is below a file',
    cause: (folder) => {
      writeFileSync(`${folder}/file`, 'x');
      return `${folder}/file/data`;
    },
    says: '/file is a file, but must be a folder',
  },
  {
    when: 'nothing may be made in the data folder',
    cause: mode('.', 0o555),
    needs: 'permissions',
    says: 'in-use.lock',
  },
  {
    when: 'the data folder may not be entered',
    cause: mode('.', 0o000),
    needs: 'permissions',
    says: 'Allow',
  },
  {
    when: 'the data folder belongs to another account',
    cause: (folder) => chownSync(folder, ROOT, ROOT),
    needs: 'another owner',
    says: 'account',
  },
  {
    when: 'the lock is of another account',
    cause: ofRoot('in-use.lock'),
    needs: 'another owner',
    says: 'in-use.lock',
  },
  {
    when: 'the lock is a folder',
    cause: asFolder('in-use.lock'),
    says: 'in-use.lock is a folder, but must be a file',
  },
  {
    when: 'the lock is no lock',
    cause: (folder) => writeFileSync(path.join(folder, 'in-use.lock'), 'x'.repeat(5000)),
    says: 'in-use.lock',
  },

  // The key
  {
    when: 'the key may not be read',
    cause: mode('store.key', 0o000),
    needs: 'permissions',
    says: 'store.key',
  },
  {
    when: 'the key is of another account',
    cause: ofRoot('store.key'),
    needs: 'another owner',
    says: 'store.key',
  },
  {
    when: 'the key is a folder',
    cause: asFolder('store.key'),
    says: 'store.key is a folder, but must be a file',
  },
  {
    when: 'the key is too short',
    cause: (folder) => truncateSync(path.join(folder, 'store.key'), 7),
    says: 'The key in',
  },

  {
    when: 'the key is of another store',
    cause: (folder) => writeFileSync(path.join(folder, 'store.key'), Buffer.alloc(32, 7)),
    says: /store\.key belongs to another store\. Put back the key/,
  },

  // The numbers
  {
    when: 'the numbers are of another account',
    cause: ofRoot('numbers.json'),
    needs: 'another owner',
    says: 'Tillroom may not write to',
  },
  {
    when: 'the numbers are a folder',
    cause: asFolder('numbers.json'),
    says: 'numbers.json is a folder, but must be a file',
  },

  // The file of the store
  {
    when: 'the store may only be read',
    cause: mode('store.sqlite', 0o444),
    needs: 'permissions',
    says: 'store.sqlite',
  },
  {
    when: 'the store may not even be read',
    cause: mode('store.sqlite', 0o000),
    needs: 'permissions',
    says: 'store.sqlite',
  },
  {
    when: 'the store is of another account',
    cause: ofRoot('store.sqlite'),
    needs: 'another owner',
    says: 'store.sqlite',
  },
  {
    when: 'the store is of another account and can be read',
    cause: ofRoot('store.sqlite', 0o644),
    needs: 'another owner',
    says: 'store.sqlite',
  },
  {
    when: 'what was written last is of another account',
    cause: ofRoot('store.sqlite-wal'),
    needs: 'another owner',
    says: 'store.sqlite',
  },
  {
    when: 'the store is a folder',
    cause: asFolder('store.sqlite'),
    says: 'store.sqlite is a folder, but must be a file',
  },
  {
    when: 'the store is empty',
    cause: (folder) => truncateSync(path.join(folder, 'store.sqlite')),
    says: 'is damaged',
  },
  {
    when: 'the store is cut off',
    cause: (folder) =>
      truncateSync(path.join(folder, 'store.sqlite'), statSync(path.join(folder, 'store.sqlite')).size / 2),
    says: 'is damaged',
  },
  {
    when: 'the store is something else',
    cause: (folder) => writeFileSync(path.join(folder, 'store.sqlite'), 'Dear diary, '.repeat(1000)),
    says: 'is not a Tillroom store',
  },
  {
    when: 'the store is of a newer Tillroom',
    cause: (folder) =>
      inFile(folder, (handle) =>
        handle
          .prepare('INSERT INTO migration (timestamp, name) VALUES (?, ?)')
          .run(2e12, 'Later2000000000000'),
      ),
    says: 'newer Tillroom',
  },
  {
    when: 'an earlier build made the store',
    cause: (folder) =>
      inFile(folder, (handle) =>
        handle.exec(`UPDATE migration SET name = 'People1780000000001' WHERE id = 1`),
      ),
    says: 'Use the version that made it',
  },
  {
    when: 'the store is left half way through an update',
    cause: (folder) => inFile(folder, (handle) => handle.pragma('user_version = 3')),
    says: 'was not finished',
  },
  {
    when: 'a guard is missing',
    cause: (folder) => inFile(folder, (handle) => handle.exec('DROP TRIGGER payment_no_delete')),
    says: 'payment_no_delete',
  },
  {
    when: 'a copy before an update cannot be made',
    cause: async (folder) => {
      for (const name of readdirSync(folder))
        if (name.startsWith('store.sqlite')) rmSync(path.join(folder, name));
      await makeOldStore(path.join(folder, 'store.sqlite'), migrationNames.length - 1);
      if (isRoot) giveToNobody(folder);
      asFile('backups')(folder);
    },
    says: 'backups is a file, but must be a folder',
    changes: true,
  },

  // The file of the store is gone
  {
    when: 'the store is gone and its key is there',
    cause: (folder) => rmSync(path.join(folder, 'store.sqlite')),
    says: /^The store is missing: .*store\.key.* Put the file back, .*backups.*move the folder/,
  },
  {
    when: 'the store is gone and a backup is there',
    cause(folder) {
      mkdirSync(path.join(folder, 'backups'));
      renameSync(path.join(folder, 'store.sqlite'), path.join(folder, 'backups', 'before-update-3.sqlite'));
      for (const name of ['store.key', 'numbers.json']) rmSync(path.join(folder, name));
    },
    says: /^The store is missing: .*before-update-3\.sqlite/,
  },
  {
    when: 'the store is gone and its numbers are there',
    cause(folder) {
      for (const name of ['store.sqlite', 'store.key']) rmSync(path.join(folder, name));
      writeFileSync(path.join(folder, 'numbers.json'), '{}');
    },
    says: /^The store is missing: .*numbers\.json/,
  },
  {
    when: 'the store is gone and what was written last is there',
    cause(folder) {
      for (const name of ['store.sqlite', 'store.key', 'numbers.json']) rmSync(path.join(folder, name));
      writeFileSync(path.join(folder, 'store.sqlite-wal'), 'x');
    },
    says: /^The store is missing: .*store\.sqlite-wal/,
  },

  // What is set
  { when: 'a setting cannot be read', cause: set('receiptFooter', '{'), says: 'receiptFooter' },
  { when: 'a setting has a value that cannot be', cause: set('pinHours', '"many"'), says: 'pinHours' },
  {
    when: 'the time zone is unknown',
    cause: set('timeZone', '"Mars/Olympus"'),
    says: 'time zone "Mars/Olympus"',
  },
  { when: 'the currency is unknown', cause: set('currency', '"QQQ"'), says: 'currency "QQQ"' },
  {
    when: 'the locale is unknown',
    cause: set('locale', '"not-a-locale-at-all"'),
    says: 'locale "not-a-locale-at-all"',
  },

  // Folders for files
  {
    when: 'files of jobs are of another account',
    cause: folderOfRoot('jobs'),
    needs: 'another owner',
    says: /jobs/,
  },
  {
    when: 'files of imports are of another account',
    cause: folderOfRoot('imports'),
    needs: 'another owner',
    says: /imports/,
  },

  // How it is started
  { when: 'the port is no number', env: { TILLROOM_PORT: 'abc' }, says: 'TILLROOM_PORT is "abc"' },
  { when: 'the port is negative', env: { TILLROOM_PORT: '-1' }, says: 'TILLROOM_PORT is "-1"' },
  { when: 'the port is too high', env: { TILLROOM_PORT: '70000' }, says: 'TILLROOM_PORT is "70000"' },
  { when: 'the port is a fraction', env: { TILLROOM_PORT: '80.5' }, says: 'TILLROOM_PORT is "80.5"' },
  { when: 'the log level is unknown', env: { TILLROOM_LOG: 'loud' }, says: 'TILLROOM_LOG is "loud"' },
];
