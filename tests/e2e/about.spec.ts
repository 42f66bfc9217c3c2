import { expect } from '@playwright/test';
import { test } from '../support/app';
import { openCornerShop, people, signIn } from '../support/corner-shop';
import { press, tabTo } from '../support/hands';
import { Looking } from '../support/looking';
import { text } from '../support/texts';

test('anyone can read the third-party software notices, offline', { tag: '@fast' }, async ({
  openWindow,
}) => {
  const { page } = await openWindow(openCornerShop);
  await signIn(page, people.cashier.username);
  const looking = new Looking(page, 'cashier');
  await tabTo(page, page.getByRole('button', { name: /^Cem/ }));
  await press(page, 'Enter');
  await page.getByRole('menuitem', { name: text('shell:about.title') }).click();
  const notices = page.getByRole('region', { name: text('shell:about.notices') });
  await expect(notices).toContainText('react-dom ');
  await expect(notices).toContainText('Permission is hereby granted');
  await looking.at('the notices');
  expect(looking.faults).toEqual([]);
});
