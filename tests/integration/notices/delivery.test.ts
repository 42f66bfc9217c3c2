import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Notice } from '#shared/contract/notices';
import { stocked, ticketOf } from '../../support/sales';
import { openTestShop, type TestShop } from '../../support/test-store';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const PASSWORD = 'a password that nobody may read';

interface Received {
  to: string[];
  text: string;
}

let shop: TestShop;
let mails: Received[];
let mailServer: SMTPServer;
let messages: string[];
let slackAnswers: number;
let slack: Server;

beforeEach(async () => {
  mails = [];
  messages = [];
  slackAnswers = 200;
  mailServer = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    onAuth: ({ password }, _session, done) =>
      password === PASSWORD ? done(null, { user: 'shop' }) : done(new Error('No such user')),
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push({
          to: envelope.rcptTo.map(({ address }) => address),
          text: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => mailServer.listen(0, '127.0.0.1', resolve));
  slack = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      if (slackAnswers === 200) messages.push((JSON.parse(body) as { text: string }).text);
      response.writeHead(slackAnswers).end(slackAnswers === 200 ? 'ok' : 'no_service');
    });
  });
  await new Promise<void>((resolve) => slack.listen(0, '127.0.0.1', resolve));
  // Sessions that outlive the days which a notice is tried for.
  shop = await openTestShop({ sessionHours: 720 });
});
afterEach(async () => {
  await shop.close();
  await new Promise<void>((resolve) => mailServer.close(resolve));
  await new Promise((resolve) => slack.close(resolve));
});

const portOf = (server: Server | SMTPServer['server']): number => (server.address() as AddressInfo).port;
const webhook = (way: string): string => `http://127.0.0.1:${portOf(slack)}/${way}`;
const setUp = (port = portOf(mailServer.server)) =>
  shop.as('admin').stores.changeSettings({
    smtpHost: '127.0.0.1',
    smtpPort: port,
    smtpSecurity: 'none',
    mailFrom: 'till@shop.example',
    alertMailTo: 'alerts@shop.example',
  });

/** Sells tea down to its threshold. */
async function runLow(name = 'Tea'): Promise<void> {
  const productId = await stocked(shop, { name, priceMinor: 500, onHandMilli: 3000, thresholdMilli: 2000 });
  const till = shop.as('cashier');
  const ticketId = await ticketOf(till, [productId, 1000]);
  await till.sales.completeTicket({ ticketId, tenders: [{ kind: 'card', amountMinor: 500 }] });
}

const sendDue = () => shop.store.services.noticeSender.sendDue();
const notices = async (): Promise<Notice[]> => (await shop.as('manager').notices.list({})).rows;

describe('an alert', () => {
  test('reaches the store and everybody who chose it, once a person and channel', async () => {
    await setUp();
    await shop.as('admin').notices.setSecret({ name: 'slack webhook', value: webhook('store') });
    await shop.as('manager').notices.changeMyChoices({
      mail: true,
      slack: true,
      slackWebhook: webhook('manager'),
    });
    await shop.as('storekeeper').notices.changeMyChoices({ mail: true, slack: false });
    await runLow();
    await sendDue();
    await sendDue();
    expect(mails.flatMap(({ to }) => to).sort()).toEqual([
      'alerts@shop.example',
      'manager@shop.example',
      'storekeeper@shop.example',
    ]);
    expect(mails[0]?.text).toContain('Subject: Low stock: Tea');
    expect(messages).toHaveLength(2);
    expect(messages[0]).toContain('Low stock: Tea');
    expect((await notices()).every(({ state }) => state === 'sent')).toBe(true);
  });

  test('is sent to nobody from a store without a mail server, nor to whom may not see alerts any more', async () => {
    await shop.as('storekeeper').notices.changeMyChoices({ mail: true, slack: false });
    await runLow();
    expect(await notices()).toEqual([]);
    await setUp();
    await shop
      .as('admin')
      .people.changePermission({ role: 'storekeeper', permission: 'stockReports', grant: 'no' });
    await runLow('Coffee');
    expect(await notices()).toMatchObject([{ person: null, address: 'alerts@shop.example' }]);
  });

  test('waits longer and longer while the network is away, and is sent when it is back', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const port = portOf(closed);
    await new Promise((resolve) => closed.close(resolve));
    await setUp(port);
    await runLow();
    await sendDue();
    const [first] = await notices();
    expect(first).toMatchObject({ state: 'waiting', tries: 1, nextTryAt: shop.time.now + MINUTE_MS });
    expect(first?.problem).toContain('no answer');
    await sendDue();
    expect((await notices())[0]?.tries).toBe(1);
    shop.time.now += MINUTE_MS;
    await sendDue();
    expect(await notices()).toMatchObject([{ tries: 2, nextTryAt: shop.time.now + 5 * MINUTE_MS }]);
    await setUp();
    shop.time.now += 5 * MINUTE_MS;
    await sendDue();
    expect(await notices()).toMatchObject([{ state: 'sent', problem: '', sentAt: shop.time.now }]);
    expect(mails).toHaveLength(1);
    const id = first?.id ?? 0;
    await expect(shop.as('manager').notices.retry({ id })).rejects.toMatchObject({ code: 'NOTICE_SENT' });
  });

  test('is given up after three days, and tried again when somebody asks for it', async () => {
    await shop.as('admin').notices.setSecret({ name: 'slack webhook', value: webhook('store') });
    slackAnswers = 500;
    await runLow();
    await sendDue();
    shop.time.now += 3 * DAY_MS;
    await sendDue();
    const [given] = await notices();
    expect(given).toMatchObject({ state: 'given up', nextTryAt: null });
    expect(given?.problem).toContain('500');
    slackAnswers = 200;
    await shop.as('manager').notices.retry({ id: given?.id ?? 0 });
    await sendDue();
    expect(await notices()).toMatchObject([{ state: 'sent' }]);
  });

  test('is not held up for good by a clock that was set back', async () => {
    await shop.as('admin').notices.setSecret({ name: 'slack webhook', value: webhook('store') });
    slackAnswers = 500;
    await runLow();
    await sendDue();
    slackAnswers = 200;
    const before = shop.time.now;
    shop.time.now -= 30 * DAY_MS;
    await sendDue();
    shop.time.now = before;
    expect(await notices()).toMatchObject([{ state: 'sent' }]);
  });
});

describe('a test of the settings', () => {
  const testMail = () => shop.as('admin').notices.testMail({ to: 'ada@shop.example' });

  test('says what is missing', async () => {
    await expect(testMail()).rejects.toMatchObject({ code: 'MAIL_NOT_SET' });
    const slackTest = shop.as('admin').notices.testSlack({});
    await expect(slackTest).rejects.toMatchObject({ code: 'SLACK_NOT_SET' });
    const mine = shop.as('manager').notices.changeMyChoices({ mail: false, slack: true });
    await expect(mine).rejects.toMatchObject({ code: 'SLACK_NOT_SET' });
  });

  test('says that the server refused the password, and arrives with the right one', async () => {
    await setUp();
    await shop.as('admin').stores.changeSettings({ smtpUser: 'shop' });
    await shop.as('admin').notices.setSecret({ name: 'mail password', value: 'wrong' });
    await expect(testMail()).rejects.toMatchObject({
      code: 'MAIL_FAILED',
      data: { problem: 'sign-in refused' },
    });
    await shop.as('admin').notices.setSecret({ name: 'mail password', value: PASSWORD });
    await testMail();
    expect(mails).toMatchObject([{ to: ['ada@shop.example'] }]);
  });

  test('says what Slack refused', async () => {
    await shop.as('admin').notices.setSecret({ name: 'slack webhook', value: webhook('store') });
    slackAnswers = 404;
    await expect(shop.as('admin').notices.testSlack({})).rejects.toMatchObject({
      code: 'SLACK_FAILED',
      data: { problem: 'refused', detail: '404 no_service' },
    });
  });
});

describe('a secret', () => {
  test('is nowhere to be read: not in answers, not in the audit trail, not in the file', async () => {
    const admin = shop.as('admin');
    const answer = await admin.notices.setSecret({ name: 'mail password', value: PASSWORD });
    expect(answer).toContainEqual(expect.objectContaining({ name: 'mail password', keptBy: 'key file' }));
    const { rows } = await admin.audit.list({});
    expect(rows[0]).toMatchObject({ action: 'notices.setSecret', label: 'mail password' });
    expect(JSON.stringify([answer, rows, await admin.stores.settings()])).not.toContain(PASSWORD);
    for (const file of ['store.sqlite', 'store.sqlite-wal'])
      expect(readFileSync(path.join(shop.folder, file)).includes(PASSWORD)).toBe(false);
  });

  test('does not open in the place of another', async () => {
    const { secrets } = shop.store.services;
    await shop.as('admin').notices.setSecret({ name: 'mail password', value: PASSWORD });
    expect(secrets.open('mail password')).toBe(PASSWORD);
    shop.store.database.handle.prepare("UPDATE secret SET name = 'slack webhook'").run();
    expect(() => secrets.open('slack webhook')).toThrow(
      expect.objectContaining({ code: 'SECRET_UNREADABLE', data: { name: 'slack webhook' } }),
    );
  });
});
