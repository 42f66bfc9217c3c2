import { expect, type Page } from '@playwright/test';
import { test } from '../support/app';
import { goods, people, tileOf } from '../support/corner-shop';
import { press, scan, tabTo, type } from '../support/hands';
import { answerLate } from '../support/late-answers';
import { text } from '../support/texts';
import { findBoxOf, linesOf, openTill, ticketOf, times, total, totalOf } from '../support/till';

const { pencil, notebook } = goods;

test('goods that make an approved discount larger are added only once they are approved', {
  tag: '@fast',
}, async ({ openWindow }) => {
  const { page } = await openTill(openWindow);
  await scan(page, notebook.code);
  await expect(totalOf(page)).toHaveText(total('€3.49'));
  await press(page, 'Control+d');
  await type(page, '50');
  await press(page, 'Enter');
  await expect(questionOf(page)).toContainText(text('sales:approval.ticketDiscount', { discount: '50%' }));
  await expect(questionOf(page)).toContainText(text('common:approval.reduction', { after: '€1.75' }));
  await approve(page);
  await expect(totalOf(page)).toHaveText(total('€1.74'));

  await test.step('a scan without approval leaves the ticket unchanged, and the till is ready again', async () => {
    await scan(page, pencil.code);
    await expect(questionOf(page)).toContainText(
      text('common:approval.larger', { before: '€1.75', after: '€2.35' }),
    );
    await scan(page, notebook.code);
    await press(page, 'Escape');
    await expect(questionOf(page)).toBeHidden();
    await expect(page.getByRole('alertdialog')).toBeHidden();
    await expect(linesOf(page)).toHaveCount(1);
    await expect(linesOf(page)).toContainText(times(1));
    await expect(findBoxOf(page)).toBeFocused();
  });

  await test.step('an approved scan is added to the ticket', async () => {
    await scan(page, pencil.code);
    await approve(page);
    await expect(linesOf(page)).toHaveCount(2);
    await expect(totalOf(page)).toHaveText(total('€2.34'));
  });

  await test.step('the same applies to one more of a line and to a typed quantity', async () => {
    await tabTo(page, ticketOf(page).getByRole('listbox'));
    await press(page, '+');
    await expect(questionOf(page)).toContainText(
      text('sales:approval.quantity', { name: pencil.name, before: 1, after: 2 }),
    );
    await expect(questionOf(page)).toContainText(
      text('common:approval.larger', { before: '€2.35', after: '€2.95' }),
    );
    await press(page, 'Escape');
    await expect(questionOf(page)).toBeHidden();
    await expect(page.getByRole('alertdialog')).toBeHidden();
    await press(page, 'F3');
    await expect(
      page.getByLabel(text('sales:dialogs.quantity.labelUnit', { unit: text('common:units.piece') })),
    ).toBeFocused();
    await page.keyboard.press('ControlOrMeta+a');
    await type(page, '3');
    await press(page, 'Enter');
    await approve(page);
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(linesOf(page).last()).toContainText(times(3));
  });

  await test.step('a smaller discount needs no approval', async () => {
    await press(page, 'Control+d');
    await page.keyboard.press('ControlOrMeta+a');
    await type(page, '10');
    await press(page, 'Enter');
    await expect(totalOf(page)).toHaveText(total('€6.38'));
  });
});

test('two changes at once are approved one after the other, and both can be cancelled', async ({
  openWindow,
}) => {
  const { page } = await openTill(openWindow);
  await scan(page, notebook.code);
  await expect(totalOf(page)).toHaveText(total('€3.49'));
  await press(page, 'Control+d');
  await type(page, '50');
  await press(page, 'Enter');
  await approve(page);
  await answerLate(page, 1500);
  await expect(totalOf(page)).toHaveText(total('€1.74'));
  await tabTo(page, ticketOf(page).getByRole('listbox'));
  await scan(page, pencil.code);
  await press(page, '+');
  await expect(questionOf(page)).toContainText(
    text('common:approval.larger', { before: '€1.75', after: '€2.35' }),
  );
  await press(page, 'Escape');
  await expect(questionOf(page)).toContainText(
    text('common:approval.larger', { before: '€1.75', after: '€3.49' }),
  );
  await press(page, 'Escape');
  await expect(questionOf(page)).toBeHidden();
  await scan(page, pencil.code);
  await approve(page);
  await expect(totalOf(page)).toHaveText(total('€2.34'));
});

const questionOf = (page: Page) => page.getByRole('dialog', { name: text('common:approval.title') });

async function approve(page: Page): Promise<void> {
  await expect(questionOf(page)).toBeVisible();
  await tileOf(page, people.manager).click();
  await type(page, people.manager.pin);
  await press(page, 'Enter');
  await expect(questionOf(page)).toBeHidden();
}
