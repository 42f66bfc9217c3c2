import { expect, type Page } from '@playwright/test';
import { test } from '../support/app';
import { goods, openLastGlobe, people, signIn } from '../support/corner-shop';
import { goByKeys, panelOf, rowOf } from '../support/demo-store';
import { fillIn, press, pressKeyOf, scan, tabTo } from '../support/hands';
import { Looking } from '../support/looking';
import { closedPort, type MailServer, mailServer } from '../support/receivers';
import { patternSource, text, textPattern } from '../support/texts';
import { amountOf, findBoxOf, outcomeOf, paid, total, totalOf } from '../support/till';

const { globe } = goods;
const OWNER = 'ada@shop.example';
const STORE = 'alerts@shop.example';

let mail: MailServer;
test.beforeEach(async () => {
  mail = await mailServer();
});
test.afterEach(() => mail.close());

test('a mail server is set and tested without a mouse, and low stock is reported by mail', async ({
  openWindow,
}) => {
  const { page } = await openWindow(openLastGlobe);
  await signIn(page, people.admin.username);
  await expect(findBoxOf(page)).toBeFocused();

  await test.step('a test with a closed port reports it in a sentence', async () => {
    await goByKeys(page, 'office', 'settings');
    const index = page.getByRole('navigation', { name: text('settings:index') });
    await tabTo(page, index.getByRole('link', { name: text('settings:sections.notices') }));
    await press(page, 'Enter');
    await fillIn(page, text('settings:notices.smtpHost'), '127.0.0.1');
    await fillIn(page, text('settings:notices.smtpPort'), String(await closedPort()));
    await chooseNoEncryption(page);
    await fillIn(page, text('settings:notices.mailFrom'), 'till@shop.example');
    await fillIn(page, text('settings:notices.alertMailTo'), STORE);
    await fillIn(page, text('settings:notices.testTo'), OWNER);
    await tryMail(page);
    await expect(page.getByRole('alert')).toContainText(text('settings:notices.saveFirst'));
    await tabTo(page, page.getByRole('textbox', { name: text('settings:notices.alertMailTo') }), 'Shift+Tab');
    await save(page);
    await expect(page.getByRole('alert')).toBeHidden();
    await tryMail(page);
    await expect(page.getByRole('alert')).toContainText(
      textPattern('refusals:MAIL_FAILED', { problem: text('refusals:deliveryProblems.no answer') }),
    );
  });

  await test.step('a test with the right port delivers the test mail', async () => {
    await tabTo(
      page,
      page.getByRole('textbox', { name: text('settings:notices.smtpPort'), exact: true }),
      'Shift+Tab',
    );
    await fillIn(page, text('settings:notices.smtpPort'), String(mail.port));
    await save(page);
    await tryMail(page);
    await expect(page.getByText(text('settings:notices.mailTaken'))).toBeVisible();
    await expect(page.getByRole('alert')).toBeHidden();
    expect(mail.mails).toEqual([
      { to: [OWNER], text: expect.stringContaining('Subject: Test email from Corner Shop') },
    ]);
  });

  await test.step('the sale of the last globe sends the store a mail', async () => {
    await press(page, 'Control+1');
    await expect(findBoxOf(page)).toBeFocused();
    await scan(page, globe.code);
    await expect(totalOf(page)).toHaveText(total('€49.90'));
    await press(page, 'F9');
    await expect(amountOf(page)).toBeFocused();
    await press(page, 'Enter');
    await expect(outcomeOf(page)).toContainText(paid());
    await expect
      .poll(() => mail.mails.slice(1))
      .toEqual([{ to: [STORE], text: expect.stringContaining('Subject: Low stock: Globe') }]);
  });

  await test.step('sent notices are listed with their addresses', async () => {
    await goByKeys(page, 'office', 'notices');
    const notice = rowOf(page, text('notices:list'), 'Low stock: Globe');
    await expect(notice).toContainText(
      new RegExp(
        [
          patternSource('notices:theStore'),
          patternSource('notices:channels.mail'),
          patternSource('notices:outcomes.sent'),
        ].join('\\s*'),
      ),
    );
    await tabTo(page, page.getByRole('grid'));
    await press(page, 'Enter');
    await expect(panelOf(page)).toContainText(`${text('notices:theStore')}, ${STORE}`);
    const looking = new Looking(page, 'admin');
    await looking.at('sent notices');
    expect(looking.faults).toEqual([]);
  });
});

/** Starts from the field before it, since a segmented choice has no size of its own. */
async function chooseNoEncryption(page: Page): Promise<void> {
  const kinds = page.getByRole('radiogroup', { name: text('settings:notices.smtpSecurity') });
  await press(page, 'Tab');
  await expect(
    kinds.getByRole('radio', { name: text('settings:notices.securities.starttls'), exact: true }),
  ).toBeFocused();
  await press(page, 'ArrowRight');
  await expect(
    kinds.getByRole('radio', { name: text('settings:notices.securities.none'), exact: true }),
  ).toBeChecked();
}

async function save(page: Page): Promise<void> {
  await pressKeyOf(page, text('settings:saveAll'));
  await expect(page.getByRole('button', { name: text('settings:saveAll') })).toBeDisabled();
}

async function tryMail(page: Page): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: text('settings:notices.testMail') }));
  await press(page, 'Enter');
}
