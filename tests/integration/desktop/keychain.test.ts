import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MAIL_PASSWORD, type MailServer, mailServer } from '../../support/receivers';
import { temporaryFolder } from '../../support/temporary-folder';
import { runDesktop } from './run-desktop';

const OLGAS = { STAND_IN_KEYCHAIN: 'the keychain of Olga' };
const ANOTHER = { STAND_IN_KEYCHAIN: 'the keychain of another machine' };
const NONE = {};
const SET = { PASSWORD_TO_SET: MAIL_PASSWORD };
const unreadable = (name: string) => ({ code: 'SECRET_UNREADABLE', data: { name } });

let folder: string;
let mail: MailServer;

beforeEach(async () => {
  folder = temporaryFolder();
  mail = await mailServer();
});
afterEach(async () => {
  await mail.close();
  rmSync(folder, { recursive: true, force: true });
});

/**
 * Opens the desktop's bundle on the store once; returns what sealed the mail password, and whether it could be used.
 */
async function open(env: Record<string, string>) {
  const run = { MAIL_PORT: String(mail.port), ...env };
  const { secrets, mail: mailed, slack } = await runDesktop('keychain-run.mjs', folder, run);
  return { keptBy: secrets[0].keptBy, isSet: secrets[0].setAt !== null, mailed, slack };
}

describe('a secret on the desktop', () => {
  test('is sealed by the system’s keychain, is usable, and opens again after a restart', async () => {
    const first = await open({ ...OLGAS, ...SET });
    expect(first).toMatchObject({ keptBy: 'keychain', isSet: true, mailed: 'taken' });
    expect(await open(OLGAS)).toEqual(first);
    expect(mail.mails).toHaveLength(2);
    const bytes = readFileSync(path.join(folder, 'store.sqlite')).toString('latin1');
    expect(bytes).toContain('mail password');
    expect(bytes).not.toContain(MAIL_PASSWORD);
  });

  test('is lost without its keychain, which is shown until it is set again', async () => {
    await open({ ...OLGAS, ...SET });
    expect(await open(ANOTHER)).toMatchObject({ isSet: true, mailed: unreadable('mail password') });
    expect(await open(NONE)).toMatchObject({ keptBy: 'keychain', mailed: unreadable('mail password') });
    expect(mail.mails).toHaveLength(1);
    expect(await open({ ...NONE, ...SET })).toMatchObject({ keptBy: 'key file', mailed: 'taken' });
  });

  test('sealed by the key file stays usable where there is a keychain now', async () => {
    await open({ ...NONE, ...SET });
    expect(await open(OLGAS)).toMatchObject({ keptBy: 'key file', mailed: 'taken' });
    expect(await open({ ...OLGAS, ...SET })).toMatchObject({ keptBy: 'keychain', mailed: 'taken' });
  });

  test('cannot be opened as another secret', async () => {
    await open({ ...OLGAS, ...SET });
    const database = new SqliteDatabase(path.join(folder, 'store.sqlite'));
    database.exec("UPDATE secret SET name = 'slack webhook' WHERE name = 'mail password'");
    database.close();
    expect(await open(OLGAS)).toMatchObject({ isSet: false, slack: unreadable('slack webhook') });
  });

  test.runIf(process.platform === 'linux')(
    'is sealed by the key file if the keychain does not encrypt',
    async () => {
      const kind = { STAND_IN_KEYCHAIN_KIND: 'basic_text' };
      expect(await open({ ...OLGAS, ...kind, ...SET })).toMatchObject({
        keptBy: 'key file',
        mailed: 'taken',
      });
    },
  );
});
