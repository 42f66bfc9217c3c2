import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startApp } from '../../support/app';
import { giveToNobody, isRoot, type StartOutcome, tryToStart } from '../../support/failed-start';
import { makeStore } from '../../support/power';
import { mountSmallDisk, unmount } from '../../support/storage';
import { temporaryFolder } from '../../support/temporary-folder';
import { failedStarts, ofRoot } from './failed-start-cases';

describe('Tillroom cannot start', () => {
  let shop: string;
  let folder: string;
  beforeAll(async () => {
    shop = temporaryFolder();
    await makeStore(shop, async () => undefined);
    await (await startApp(shop)).stop();
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
      // One line that starts and ends like a sentence.
      lines: [expect.stringMatching(/^[A-Z/].*[a-z].*\.$/)],
    });
    // Nothing that only a programmer understands.
    expect(stderr).not.toMatch(/\bat .*:\d+|SQLITE_|\bE[A-Z]{4,}\b|Error:|\[object/);
  };

  for (const { when, cause, env = {}, says, needs, changes } of failedStarts) {
    const title = `because ${when}: it says so, says what to do, and ends`;
    test.skipIf(needs === 'another owner' && !isRoot)(title, async () => {
      const place = (await cause?.(folder)) ?? folder;
      const before = storeBytes();
      const outcome = await tryToStart({ folder: place, env, asNobody: needs !== undefined });
      mustBeASentence(outcome, says);
      if (!changes) expect(storeBytes() === before).toBe(true);
    });
  }

  test('because another Tillroom has the folder, and says so in a sentence with advice', async () => {
    const app = await startApp(folder);
    try {
      mustBeASentence(await tryToStart({ folder }), `already open on ${folder} (${app.url})`);
    } finally {
      await app.kill();
    }
  });

  test('because another program holds the store, and says so in a sentence with advice', async () => {
    const other = new SqliteDatabase(path.join(folder, 'store.sqlite'));
    try {
      other.exec('BEGIN IMMEDIATE');
      mustBeASentence(await tryToStart({ folder }), 'Another program');
    } finally {
      other.close();
    }
  });

  test('because the port is taken, and says so in a sentence with advice', async () => {
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

  test('because the disk is full, and says so in a sentence with advice', async ({ skip }) => {
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

  test('for an unexpected reason, and names the log, which has the details', async () => {
    const fault = `import http from 'node:http'; http.Server.prototype.listen = () => { throw new Error('the moon is full') };`;
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(fault)}` };
    mustBeASentence(await tryToStart({ folder, env }), path.join(folder, 'logs'));
    const [log = ''] = readdirSync(path.join(folder, 'logs'));
    expect(readFileSync(path.join(folder, 'logs', log), 'utf8')).toMatch(/the moon is full.*\\n {4}at /);
  });

  test.skipIf(!isRoot)(
    "another account's note of where Tillroom was open does not prevent a start",
    async () => {
      ofRoot('in-use.txt')(folder);
      expect(await tryToStart({ folder, asNobody: true })).toMatchObject({
        stdout: expect.stringContaining('Tillroom is open at'),
        stderr: '',
      });
    },
  );
});
