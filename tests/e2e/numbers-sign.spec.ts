import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { startApp, test } from '../support/app';
import { openCornerShop, people, signIn } from '../support/corner-shop';
import { press, tabTo } from '../support/hands';
import { Looking } from '../support/looking';
import { connect } from '../support/socket-client';
import { temporaryFolder } from '../support/temporary-folder';
import { text, wholeText } from '../support/texts';

test('the bar shows which issued numbers are missing from the store', { tag: '@fast' }, async ({ page }) => {
  const folder = temporaryFolder();
  let app = await startApp(folder);
  try {
    const client = await connect(app.url);
    await openCornerShop(client);
    client.close();
    await app.stop();
    const numbersFile = path.join(folder, 'numbers.json');
    const numbers = JSON.parse(readFileSync(numbersFile, 'utf8'));
    writeFileSync(numbersFile, JSON.stringify({ ...numbers, highest: { 'order T1': 900_000 } }));
    app = await startApp(folder);
    await page.goto(app.url);
    await signIn(page, people.admin.username);
    const looking = new Looking(page, 'admin');
    const sign = page.getByRole('button', { name: text('shell:numbers.lost') });
    await tabTo(page, sign);
    await press(page, 'Enter');
    await expect(
      page.getByText(wholeText('shell:numbers.hint', { ranges: /T1-\d{6} – T1-900000/ })).last(),
    ).toBeVisible();
    await looking.at('the numbers that are missing');
    expect(looking.faults).toEqual([]);

    await page.goto(new URL('/office/audit', app.url).href);
    await expect(page.getByText(text('audit:actions.stores.skipNumbers')).first()).toBeVisible();
  } finally {
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
