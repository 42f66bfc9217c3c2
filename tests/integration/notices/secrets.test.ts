import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '#main/store';
import { readerOf } from '../../support/connections';
import {
  MAIL_PASSWORD,
  type MailServer,
  mailServer,
  runLow,
  type Slack,
  slackServer,
  useMailServer,
} from '../../support/receivers';
import { clientOf, openTestShop, openTestStore, type TestShop } from '../../support/test-store';

const WRONG = 'another word which stays unread';

let shop: TestShop;
let mail: MailServer;
let slack: Slack;

beforeEach(async () => {
  mail = await mailServer();
  slack = await slackServer();
  shop = await openTestShop({ slackHost: slack.host });
});
afterEach(async () => {
  await shop.close();
  await mail.close();
  await slack.close();
});

/** Sets all three kinds of secret and has each one used and refused. */
async function useSecrets(): Promise<unknown[]> {
  const admin = shop.as('admin');
  await useMailServer(shop, mail.port);
  await admin.settings.change({ smtpUser: 'shop' });
  slack.status = 404;
  const answers: unknown[] = [
    await clientOf(shop.store, shop.tokenOf('admin'), 'once').notices.setSecret({
      name: 'mail password',
      value: WRONG,
    }),
    await admin.notices.setSecret({ name: 'slack webhook', value: slack.webhook('way/of-the-store') }),
    await shop.as('manager').notices.changeMyChoices({
      mail: true,
      slack: true,
      slackWebhook: slack.webhook('way/of-the-manager'),
    }),
    await admin.notices.testSlack({}).catch((error: unknown) => error),
    await admin.notices.testMail({ to: 'ada@shop.example' }).catch((error: unknown) => error),
  ];
  await runLow(shop);
  await shop.store.services.noticeSender.sendDue();
  return answers;
}

const isTold = (text: string): boolean =>
  [WRONG, 'way/of-', Buffer.from(WRONG).toString('base64')].some((secret) => text.includes(secret));

describe('a secret', () => {
  test('is in no result, refusal, audit entry or stored result, even if a server echoes it', async () => {
    const answers = await useSecrets();
    expect(answers[3]).toMatchObject({ code: 'SLACK_FAILED', data: { detail: '404' } });
    expect(answers[4]).toMatchObject({ code: 'MAIL_FAILED', data: { problem: 'sign-in refused' } });
    const admin = shop.as('admin');
    const notices = await admin.notices.list({});
    expect(notices.rows.map(({ tries }) => tries)).toEqual([1, 1, 1, 1]);
    const audit = await admin.audit.list({ entity: 'secret' });
    expect(audit.rows.map(({ label, after }) => ({ label, after }))).toEqual(
      expect.arrayContaining([{ label: 'mail password', after: { isSet: true } }]),
    );
    const kept = shop.store.database.reader.prepare('SELECT * FROM call_answer').all();
    expect(kept).not.toEqual([]);
    const said = [answers, notices, audit, kept, await admin.notices.secrets(), await admin.settings.get()];
    expect(isTold(JSON.stringify(said))).toBe(false);
  });

  test('is not in plain text in any file of the store', async () => {
    await useSecrets();
    for (const file of ['store.sqlite', 'store.sqlite-wal'])
      expect(isTold(readFileSync(path.join(shop.folder, file)).toString('latin1'))).toBe(false);
    shop.store.database.handle.pragma('wal_checkpoint(TRUNCATE)');
    const bytes = readFileSync(path.join(shop.folder, 'store.sqlite')).toString('latin1');
    expect(bytes).toContain('slack webhook of 2');
    expect(isTold(bytes)).toBe(false);
  });

  test('is not in the log at any level', async () => {
    await useSecrets();
    await shop.store.close();
    let logged = '';
    const log = pino({ level: 'trace' }, { write: (line: string) => (logged += line) });
    shop.store = await openStore({ folder: shop.folder, log, clock: () => shop.time.now });
    for (const { id } of (await shop.as('manager').notices.list({})).rows)
      await shop.as('manager').notices.retry({ id });
    await shop.store.services.noticeSender.sendDue();
    expect(logged).toContain('a notice was not sent');
    expect(isTold(logged)).toBe(false);
  });

  test('is shown only by who set it and when, and can be removed', async () => {
    const { notices } = shop.as('admin');
    const none = { setAt: null, by: null, keptBy: 'key file' };
    const states = await notices.setSecret({ name: 'mail password', value: MAIL_PASSWORD });
    expect(states).toEqual([
      { name: 'mail password', setAt: shop.time.now, by: { id: 1, name: 'Admin Test' }, keptBy: 'key file' },
      { name: 'slack webhook', ...none },
    ]);
    expect(await notices.removeSecret({ name: 'mail password' })).toContainEqual({
      name: 'mail password',
      ...none,
    });
    expect(shop.store.services.sealedSecrets.on(readerOf(shop.store)).open('mail password')).toBeUndefined();
  });

  test('cannot be opened as another secret', async () => {
    const secrets = shop.store.services.sealedSecrets.on(readerOf(shop.store));
    const { notices } = shop.as('admin');
    await notices.setSecret({ name: 'mail password', value: MAIL_PASSWORD });
    await notices.setSecret({ name: 'slack webhook', value: slack.webhook('store') });
    shop.store.database.handle
      .prepare(
        `UPDATE secret SET sealed = (SELECT sealed FROM secret WHERE name = 'mail password')
         WHERE name = 'slack webhook'`,
      )
      .run();
    expect(secrets.open('mail password')).toBe(MAIL_PASSWORD);
    await expect(notices.testSlack({})).rejects.toMatchObject({
      code: 'SECRET_UNREADABLE',
      data: { name: 'slack webhook' },
    });
    expect(slack.messages).toEqual([]);
  });

  test('needs the key file that only its owner can read, and each notice reports a missing key until it is set again', async () => {
    const keyFile = path.join(shop.folder, 'store.key');
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    await shop.as('admin').notices.setSecret({ name: 'slack webhook', value: slack.webhook('store') });
    await shop.store.close();
    rmSync(keyFile);
    shop.store = await openTestStore(shop.folder, shop.time);
    const admin = shop.as('admin');
    await expect(admin.notices.testSlack({})).rejects.toMatchObject({ code: 'SECRET_UNREADABLE' });
    await runLow(shop);
    await shop.store.services.noticeSender.sendDue();
    const [notice] = (await admin.notices.list({})).rows;
    expect(notice).toMatchObject({ state: 'waiting', tries: 1, problem: 'SECRET_UNREADABLE' });
    await admin.notices.setSecret({ name: 'slack webhook', value: slack.webhook('store') });
    await admin.notices.retry({ id: notice?.id ?? 0 });
    await shop.store.services.noticeSender.sendDue();
    expect(slack.messages).toHaveLength(1);
  });
});
