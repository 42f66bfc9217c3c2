import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Notice } from '#shared/contract/notices';
import {
  closedPort,
  MAIL_PASSWORD,
  type MailServer,
  mailServer,
  runLow,
  type Slack,
  slackServer,
  useMailServer,
} from '../../support/receivers';
import { openTestShop, type TestShop } from '../../support/test-store';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let shop: TestShop;
let mail: MailServer;
let slack: Slack;

beforeEach(async () => {
  mail = await mailServer();
  slack = await slackServer();
  // Sessions last longer than the days for which a notice is retried.
  shop = await openTestShop({ sessionHours: 720, slackHost: slack.host });
});
afterEach(async () => {
  await shop.close();
  await mail.close();
  await slack.close();
});

const setUp = (port = mail.port) => useMailServer(shop, port);

const sendDue = () => shop.store.services.noticeSender.sendDue();
const notices = async (): Promise<Notice[]> => (await shop.as('manager').notices.list({})).rows;

describe('an alert', () => {
  test('is sent to the store and to each person who chose it, once per person and channel', async () => {
    await setUp();
    await shop.as('admin').notices.setSecret({ name: 'slack webhook', value: slack.webhook('store') });
    await shop.as('manager').notices.changeMyChoices({
      mail: true,
      slack: true,
      slackWebhook: slack.webhook('manager'),
    });
    await shop.as('storekeeper').notices.changeMyChoices({ mail: true, slack: false });
    await runLow(shop);
    await sendDue();
    await sendDue();
    expect(mail.mails.flatMap(({ to }) => to).sort()).toEqual([
      'alerts@shop.example',
      'manager@shop.example',
      'storekeeper@shop.example',
    ]);
    expect(mail.mails[0]?.text).toContain('Subject: Low stock: Tea');
    expect(slack.messages).toHaveLength(2);
    expect(slack.messages[0]).toContain('Low stock: Tea');
    expect((await notices()).every(({ state }) => state === 'sent')).toBe(true);
  });

  test('is sent to nobody without a mail server, and not to people who can no longer see alerts', async () => {
    await shop.as('storekeeper').notices.changeMyChoices({ mail: true, slack: false });
    await runLow(shop);
    expect(await notices()).toEqual([]);
    await setUp();
    await shop
      .as('admin')
      .people.changePermission({ role: 'storekeeper', permission: 'stockReports', grant: 'no' });
    await runLow(shop, 'Coffee');
    expect(await notices()).toMatchObject([{ person: null, address: 'alerts@shop.example' }]);
  });

  test('waits longer after each failure while the network is down, and is sent when it is back', async () => {
    await setUp(await closedPort());
    await runLow(shop);
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
    expect(mail.mails).toHaveLength(1);
    const id = first?.id ?? 0;
    await expect(shop.as('manager').notices.retry({ id })).rejects.toMatchObject({ code: 'NOTICE_SENT' });
  });

  test('fails after three days, and is sent again on request', async () => {
    await shop.as('admin').notices.setSecret({ name: 'slack webhook', value: slack.webhook('store') });
    slack.status = 500;
    await runLow(shop);
    await sendDue();
    shop.time.now += 3 * DAY_MS;
    await sendDue();
    const [given] = await notices();
    expect(given).toMatchObject({ state: 'failed', nextTryAt: null });
    expect(given?.problem).toContain('500');
    slack.status = 200;
    await shop.as('manager').notices.retry({ id: given?.id ?? 0 });
    await sendDue();
    expect(await notices()).toMatchObject([{ state: 'sent' }]);
  });

  test('is not delayed forever by a clock that was set back', async () => {
    await shop.as('admin').notices.setSecret({ name: 'slack webhook', value: slack.webhook('store') });
    slack.status = 500;
    await runLow(shop);
    await sendDue();
    slack.status = 200;
    const before = shop.time.now;
    shop.time.now -= 30 * DAY_MS;
    await sendDue();
    shop.time.now = before;
    expect(await notices()).toMatchObject([{ state: 'sent' }]);
  });
});

describe('a test of the notice settings', () => {
  const testMail = () => shop.as('admin').notices.testMail({ to: 'ada@shop.example' });

  test('reports what is missing', async () => {
    await expect(testMail()).rejects.toMatchObject({ code: 'MAIL_NOT_SET' });
    const slackTest = shop.as('admin').notices.testSlack({});
    await expect(slackTest).rejects.toMatchObject({ code: 'SLACK_NOT_SET' });
    const mine = shop.as('manager').notices.changeMyChoices({ mail: false, slack: true });
    await expect(mine).rejects.toMatchObject({ code: 'SLACK_NOT_SET' });
  });

  test('reports a refused password, and succeeds with the right one', async () => {
    await setUp();
    await shop.as('admin').settings.change({ smtpUser: 'shop' });
    await shop.as('admin').notices.setSecret({ name: 'mail password', value: 'wrong' });
    await expect(testMail()).rejects.toMatchObject({
      code: 'MAIL_FAILED',
      data: { problem: 'sign-in refused' },
    });
    await shop.as('admin').notices.setSecret({ name: 'mail password', value: MAIL_PASSWORD });
    await testMail();
    expect(mail.mails).toMatchObject([{ to: ['ada@shop.example'] }]);
  });

  test('reports the refusal from Slack', async () => {
    await shop.as('admin').notices.setSecret({ name: 'slack webhook', value: slack.webhook('store') });
    slack.status = 404;
    await expect(shop.as('admin').notices.testSlack({})).rejects.toMatchObject({
      code: 'SLACK_FAILED',
      data: { problem: 'refused', detail: '404' },
    });
  });
});
