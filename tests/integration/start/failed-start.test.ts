import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import SqliteDatabase, { type Database as Handle } from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { migrationNames } from '#main/database/migrations/all';
import { startApp } from '../../support/app';
import { giveToNobody, isRoot, type StartOutcome, tryToStart } from '../../support/failed-start';
import { makeOldStore } from '../../support/old-store';
import { makeStore } from '../../support/power';
import { mountSmallDisk, unmount } from '../../support/storage';
import { temporaryFolder } from '../../support/temporary-folder';

const ROOT = 0;

/** A way in which a start fails. */
interface Case {
  when: string;
  /** Brings it about in the data folder of a shop; may return the data folder to start on instead. */
  cause?: (folder: string) => void | string | Promise<void>;
  env?: Record<string, string>;
  /** What the sentence has to say, among others. */
  says: string | RegExp;
  /** Permissions do not stop root, so such a case runs as another account. */
  needs?: 'permissions' | 'another owner';
  /** Whether the file of the store may be changed by it. */
  changes?: boolean;
}

const inFile = (folder: string, work: (handle: Handle) => void): void => {
  const handle = new SqliteDatabase(path.join(folder, 'store.sqlite'));
  work(handle);
  handle.close();
};
const set = (key: string, value: string) => (folder: string) =>
  inFile(folder, (handle) => handle.prepare('UPDATE setting SET value = ? WHERE key = ?').run(value, key));
const ofRoot =
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

const cases: Case[] = [
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
    when: 'the store is left half way through an update',
    cause: (folder) => inFile(folder, (handle) => handle.pragma('user_version = 3')),
    says: 'half way through an update',
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

describe('Tillroom cannot start', () => {
  let shop: string;
  let folder: string;
  beforeAll(async () => {
    shop = temporaryFolder();
    await makeStore(shop, async () => undefined);
    rmSync(path.join(shop, 'logs'), { recursive: true });
  });
  afterAll(() => rmSync(shop, { recursive: true, force: true }));
  beforeEach(() => {
    folder = temporaryFolder();
    cpSync(shop, folder, { recursive: true });
    if (isRoot) giveToNobody(folder);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const storeBytes = () => {
    const stats = statSync(path.join(folder, 'store.sqlite'), { throwIfNoEntry: false });
    return stats?.isFile() ? readFileSync(path.join(folder, 'store.sqlite')).toString('base64') : null;
  };
  const mustBeASentence = ({ code, stdout, stderr }: StartOutcome, says: string | RegExp) => {
    expect(stderr).toMatch(says);
    expect({ code, stdout, lines: stderr.trimEnd().split('\n') }).toMatchObject({
      code: 1,
      stdout: '',
      // One line that starts and ends as a sentence does.
      lines: [expect.stringMatching(/^[A-Z/].*[a-z].*\.$/)],
    });
    // Nothing that only a programmer understands.
    expect(stderr).not.toMatch(/\bat .*:\d+|SQLITE_|\bE[A-Z]{4,}\b|Error:|\[object/);
  };

  for (const { when, cause, env = {}, says, needs, changes } of cases) {
    const title = `because ${when}: it says so, says what to do, and ends`;
    test.skipIf(needs === 'another owner' && !isRoot)(title, async () => {
      const place = (await cause?.(folder)) ?? folder;
      const before = storeBytes();
      const outcome = await tryToStart({ folder: place, env, asNobody: needs !== undefined });
      mustBeASentence(outcome, says);
      if (!changes) expect(storeBytes() === before).toBe(true);
    });
  }

  test('because another Tillroom has the folder: it says so, says what to do, and ends', async () => {
    const app = await startApp(folder);
    try {
      mustBeASentence(await tryToStart({ folder }), `already open on ${folder} (${app.url})`);
    } finally {
      await app.kill();
    }
  });

  test('because another program holds the store: it says so, says what to do, and ends', async () => {
    const other = new SqliteDatabase(path.join(folder, 'store.sqlite'));
    try {
      other.exec('BEGIN IMMEDIATE');
      mustBeASentence(await tryToStart({ folder }), 'Another program');
    } finally {
      other.close();
    }
  });

  test('because the port is taken: it says so, says what to do, and ends', async () => {
    const other = await new Promise<Server>((resolve) => {
      const server: Server = createServer().listen(0, '127.0.0.1', () => resolve(server));
    });
    try {
      const { port } = other.address() as { port: number };
      const env = { TILLROOM_PORT: String(port) };
      mustBeASentence(await tryToStart({ folder, env }), `Port ${port} is in use`);
      expect(await tryToStart({ folder })).toMatchObject({ stderr: '' });
    } finally {
      other.close();
    }
  });

  test('because the disk is full: it says so, says what to do, and ends', async ({ skip }) => {
    const disk = temporaryFolder();
    const whyNot = mountSmallDisk(disk, 64 * 1024);
    if (whyNot) skip(whyNot);
    try {
      expect(() => writeFileSync(path.join(disk, 'filler'), Buffer.alloc(1024 * 1024))).toThrow('ENOSPC');
      mustBeASentence(await tryToStart({ folder: path.join(disk, 'data') }), 'is full. Free some space');
      mustBeASentence(await tryToStart({ folder: disk }), 'is full. Free some space');
    } finally {
      unmount(disk);
      rmSync(disk, { recursive: true, force: true });
    }
  });

  test('for a reason that nobody thought of: it names the log, which has the details', async () => {
    const fault = `import http from 'node:http'; http.Server.prototype.listen = () => { throw new Error('the moon is full') };`;
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(fault)}` };
    mustBeASentence(await tryToStart({ folder, env }), path.join(folder, 'logs'));
    const [log = ''] = readdirSync(path.join(folder, 'logs'));
    expect(readFileSync(path.join(folder, 'logs', log), 'utf8')).toMatch(/the moon is full.*\\n {4}at /);
  });

  test.skipIf(!isRoot)('a note of another account about where it was open stops no start', async () => {
    ofRoot('in-use.txt')(folder);
    expect(await tryToStart({ folder, asNobody: true })).toMatchObject({
      stdout: expect.stringContaining('Tillroom is open at'),
      stderr: '',
    });
  });
});
