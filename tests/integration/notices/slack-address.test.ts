import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readerOf } from '../../support/connections';
import { runLow, type Slack, slackServer } from '../../support/receivers';
import { openTestShop, type TestShop } from '../../support/test-store';

const OWN = 'https://hooks.slack.com/services/T0/B0/abc';
const REFUSED = { code: 'SLACK_ADDRESS', data: { host: 'hooks.slack.com' } };

let shop: TestShop;
let slack: Slack;
beforeEach(async () => {
  slack = await slackServer();
  shop = await openTestShop();
});
afterEach(async () => {
  await shop.close();
  await slack.close();
});

const setOwn = (slackWebhook: string) =>
  shop.as('storekeeper').notices.changeMyChoices({ mail: false, slack: true, slackWebhook });
const setOfStore = (value: string) => shop.as('admin').notices.setSecret({ name: 'slack webhook', value });

describe('a Slack address', () => {
  test.for([
    ['of this computer', 'http://127.0.0.1:631/admin'],
    ['of this computer by name', 'http://localhost/hook'],
    ['of the network of the shop', 'https://192.168.0.1/hook'],
    ['of another host', 'https://example.org/services/T0'],
    ['without TLS', 'http://hooks.slack.com/services/T0'],
    ['on another port', 'https://hooks.slack.com:8443/services/T0'],
    ['with a name in it', 'https://hooks.slack.com@127.0.0.1/services/T0'],
    ['with a name and password in it', 'https://me:secret@hooks.slack.com/services/T0'],
    ['of a host that begins the same', 'https://hooks.slack.com.example.org/services/T0'],
    ['of a host that ends the same', 'https://my-hooks.slack.com/services/T0'],
    ['that is no address', 'not an address'],
    ['with a backslash', 'https://127.0.0.1\\@hooks.slack.com/services/T0'],
  ] as const)('%s is refused, for the store and for every person', async ([, address]) => {
    await expect(setOwn(address)).rejects.toMatchObject(REFUSED);
    await expect(setOfStore(address)).rejects.toMatchObject(REFUSED);
    expect(shop.store.services.sealedSecrets.on(readerOf(shop.store)).has('slack webhook')).toBe(false);
    expect((await shop.as('storekeeper').notices.myChoices()).hasSlack).toBe(false);
  });

  test('of Slack is accepted', async () => {
    await expect(setOwn(OWN)).resolves.toMatchObject({ hasSlack: true });
    await setOfStore(`HTTPS://Hooks.Slack.com:443/services/T0`);
  });

  test('of another host is accepted once an admin allows that host', async () => {
    await expect(shop.as('manager').settings.change({ slackHost: slack.host })).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    await shop.as('admin').settings.change({ slackHost: slack.host });
    await setOwn(slack.webhook('own'));
    await expect(setOwn(OWN)).rejects.toMatchObject({ code: 'SLACK_ADDRESS', data: { host: slack.host } });
  });

  test.for(['https://example.org', 'a/b', 'user@host', 'host:port', 'two hosts', ''])(
    'is allowed on a host only, not on “%s”',
    async (slackHost) => {
      const change = shop.as('admin').settings.change({ slackHost });
      await expect(change).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    },
  );

  test('on a host that is no longer allowed gets no message', async () => {
    await shop.as('admin').settings.change({ slackHost: slack.host });
    await setOfStore(slack.webhook('store'));
    await shop.as('admin').settings.change({ slackHost: 'hooks.slack.com' });
    await expect(shop.as('admin').notices.testSlack({})).rejects.toMatchObject(REFUSED);
    await runLow(shop);
    await shop.store.services.noticeSender.sendDue();
    const { rows } = await shop.as('manager').notices.list({});
    expect(rows).toMatchObject([{ state: 'waiting', problem: 'SLACK_ADDRESS' }]);
    expect(slack.messages).toEqual([]);
  });
});

describe('the response of Slack', () => {
  const redirecting = async (location: string) => {
    const server = createServer((_request, response) => {
      response.writeHead(307, { location }).end('a secret of another service');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    return { host, close: () => new Promise((resolve) => server.close(resolve)) };
  };

  test('is reported by its status only, and no redirect is followed', async () => {
    const other = await redirecting(slack.webhook('elsewhere'));
    await shop.as('admin').settings.change({ slackHost: other.host });
    await setOfStore(`http://${other.host}/hook`);
    await expect(shop.as('admin').notices.testSlack({})).rejects.toMatchObject({
      code: 'SLACK_FAILED',
      data: { problem: 'refused', detail: '307' },
    });
    expect(slack.messages).toEqual([]);
    await other.close();
  });
});
