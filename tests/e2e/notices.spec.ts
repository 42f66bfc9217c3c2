import { expect, type Page } from '@playwright/test';
import { test } from '../support/app';
import { goods, openLastGlobe, people, signIn } from '../support/corner-shop';
import { goByKeys, panelOf, rowOf } from '../support/demo-store';
import { fillIn, press, pressKeyOf, scan, tabTo } from '../support/hands';
import { Looking } from '../support/looking';
import { closedPort, type MailServer, mailServer } from '../support/receivers';
import { findBoxOf, outcomeOf, totalOf } from '../support/till';

const { globe } = goods;
const OWNER = 'ada@shop.example';
const STORE = 'alerts@shop.example';

let mail: MailServer;
test.beforeEach(async () => {
  mail = await mailServer();
});
test.afterEach(() => mail.close());

test('a mail server is set and tried without a mouse, and what runs low comes by mail', async ({
  openWindow,
}) => {
  const { page } = await openWindow(openLastGlobe);
  await signIn(page, people.admin.username);
  await expect(findBoxOf(page)).toBeFocused();

  await test.step('with a port where nobody listens, the test says so in a sentence', async () => {
    await goByKeys(page, 'Office', 'Settings');
    const index = page.getByRole('navigation', { name: 'Sections' });
    await tabTo(page, index.getByRole('link', { name: 'Mail and Slack' }));
    await press(page, 'Enter');
    await fillIn(page, 'Mail server', '127.0.0.1');
    await fillIn(page, 'Port', String(await closedPort()));
    await chooseNoEncryption(page);
    await fillIn(page, 'Sender', 'till@shop.example');
    await fillIn(page, 'All alerts also to', STORE);
    await save(page);
    await fillIn(page, 'Send a test to', OWNER);
    await tryMail(page);
    await expect(page.getByRole('alert')).toContainText(
      'The mail server did not take the mail: it gave no answer; check name, port and network.',
    );
  });

  await test.step('with the right one, the test mail arrives', async () => {
    await tabTo(page, page.getByRole('textbox', { name: 'Port', exact: true }), 'Shift+Tab');
    await fillIn(page, 'Port', String(mail.port));
    await save(page);
    await tryMail(page);
    await expect(page.getByText('The mail server took the test mail.')).toBeVisible();
    await expect(page.getByRole('alert')).toBeHidden();
    expect(mail.mails).toEqual([
      { to: [OWNER], text: expect.stringContaining('Subject: Test email from Corner Shop') },
    ]);
  });

  await test.step('the last globe is sold, and the store gets a mail', async () => {
    await press(page, 'Control+1');
    await expect(findBoxOf(page)).toBeFocused();
    await scan(page, globe.code);
    await expect(totalOf(page)).toHaveText('Total€49.90');
    await press(page, 'F9');
    await expect(page.getByRole('textbox', { name: 'Amount' })).toBeFocused();
    await press(page, 'Enter');
    await expect(outcomeOf(page)).toContainText('Paid');
    await expect
      .poll(() => mail.mails.slice(1))
      .toEqual([{ to: [STORE], text: expect.stringContaining('Subject: Low stock: Globe') }]);
  });

  await test.step('what was sent to whom is listed', async () => {
    await goByKeys(page, 'Office', 'Mail and Slack');
    const notice = rowOf(page, 'Alerts sent by mail and Slack, newest first', 'Low stock: Globe');
    await expect(notice).toContainText(/The store\s*Mail\s*Sent /);
    await tabTo(page, page.getByRole('grid'));
    await press(page, 'Enter');
    await expect(panelOf(page)).toContainText(`The store, ${STORE}`);
    const looking = new Looking(page, 'admin');
    await looking.at('sent notices');
    expect(looking.faults).toEqual([]);
  });
});

/** From the field before it: what a choice of a few is made of has no size of its own. */
async function chooseNoEncryption(page: Page): Promise<void> {
  const kinds = page.getByRole('radiogroup', { name: 'Security' });
  await press(page, 'Tab');
  await expect(kinds.getByRole('radio', { name: 'STARTTLS', exact: true })).toBeFocused();
  await press(page, 'ArrowRight');
  await expect(kinds.getByRole('radio', { name: 'None', exact: true })).toBeChecked();
}

async function save(page: Page): Promise<void> {
  await pressKeyOf(page, 'Save all changes');
  await expect(page.getByRole('button', { name: 'Save all changes' })).toBeDisabled();
}

async function tryMail(page: Page): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: 'Test mail' }));
  await press(page, 'Enter');
}
