import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { startApp, test } from '../support/app';
import { openCornerShop, people, signIn } from '../support/corner-shop';
import { press, tabTo } from '../support/hands';
import { Looking } from '../support/looking';
import { connect } from '../support/socket-client';
import { temporaryFolder } from '../support/temporary-folder';
import { text } from '../support/texts';

test('the bar shows that the log cannot be written, with advice, and when it works again', async ({
  page,
}) => {
  const folder = temporaryFolder();
  const logs = path.join(folder, 'logs');
  writeFileSync(logs, 'a file instead of the folder');
  const app = await startApp(folder);
  try {
    const client = await connect(app.url);
    await openCornerShop(client);
    client.close();
    await page.goto(app.url);
    await signIn(page, people.admin.username);
    const looking = new Looking(page, 'admin');
    const sign = page.getByRole('button', { name: text('shell:log.failing') });
    const advice = page.getByText(text('shell:log.todo'));
    await expect(page.getByRole('status').getByText(`${text('shell:log.title')}.`)).toBeAttached();

    await test.step('the advice opens and closes by keyboard', async () => {
      await tabTo(page, sign);
      await press(page, 'Enter');
      await expect(advice).toBeVisible();
      await expect(sign).toHaveAttribute('aria-expanded', 'true');
      await looking.at('the log that cannot be written');
      await press(page, 'Escape');
      await expect(advice).toBeHidden();
      await expect(sign).toBeFocused();
    });

    await test.step('it opens by mouse or touch, too', async () => {
      await sign.click();
      await expect(advice).toBeVisible();
    });

    await test.step('it disappears automatically', async () => {
      rmSync(logs);
      await expect(sign).toBeHidden({ timeout: 15_000 });
    });
    expect(looking.faults).toEqual([]);
  } finally {
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
