import { rmSync } from 'node:fs';
import { expect } from '@playwright/test';
import { startApp, test } from '../support/app';
import { openCornerShop, people, signIn } from '../support/corner-shop';
import { damageTable } from '../support/damage';
import { press, tabTo } from '../support/hands';
import { Looking } from '../support/looking';
import { connect } from '../support/socket-client';
import { temporaryFolder } from '../support/temporary-folder';
import { text } from '../support/texts';

test('the bar shows that the store is damaged, with advice, as soon as the damage is found', {
  tag: '@fast',
}, async ({ page }) => {
  const folder = temporaryFolder();
  let app = await startApp(folder);
  try {
    const client = await connect(app.url);
    await openCornerShop(client);
    client.close();
    await app.stop();
    damageTable(folder, 'transfer');
    app = await startApp(folder);
    await page.goto(app.url);
    await signIn(page, people.admin.username);
    const looking = new Looking(page, 'admin');
    const sign = page.getByRole('button', { name: text('shell:damage.found') });
    await expect(sign).toBeHidden();

    await page.goto(new URL('/stockroom/transfers', app.url).href);
    await expect(sign).toBeVisible();
    await expect(page.getByRole('status').getByText(text('shell:damage.title'))).toBeAttached();
    await tabTo(page, sign);
    await press(page, 'Enter');
    await expect(page.getByText(text('shell:damage.todo'))).toBeVisible();
    await looking.at('the store that is damaged');
    expect(looking.faults).toEqual([]);
  } finally {
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
