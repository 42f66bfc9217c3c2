import { rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { writeFirstPage } from '../../scripts/first-page.mjs';
import { type RunningApp, startApp, test } from '../support/app';
import { press, tabTo, type } from '../support/hands';
import { Looking } from '../support/looking';
import { setupCodeIn } from '../support/socket-client';
import { temporaryFolder } from '../support/temporary-folder';
import { text, textStart } from '../support/texts';

const fieldOf = (page: Page) => page.getByRole('textbox', { name: text('stores-first-run:setupCode.label') });
const ownStoreOf = (page: Page) =>
  page.getByRole('button', { name: textStart('stores-first-run:welcome.own') });
const demoOf = (page: Page) => page.getByRole('button', { name: textStart('stores-first-run:welcome.demo') });

test.describe('a new store in a browser', () => {
  let folder: string;
  let app: RunningApp;
  test.beforeEach(async () => {
    folder = temporaryFolder();
    app = await startApp(folder);
  });
  test.afterEach(async () => {
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const addressWithoutCode = () => new URL('/', app.url).href;

  test('asks for no code when it is opened with the printed address, which then no longer shows the code', {
    tag: '@fast',
  }, async ({ page }) => {
    await page.goto(app.url);
    await expect(demoOf(page)).toBeVisible();
    await expect(fieldOf(page)).toBeHidden();
    expect(page.url()).toBe(addressWithoutCode());
  });

  test('is opened by a page that other accounts cannot read', async ({ page }) => {
    const { url, remove } = writeFirstPage(path.join(folder, 'window'), app.url);
    if (process.platform !== 'win32') expect(statSync(fileURLToPath(url)).mode & 0o777).toBe(0o600);
    await page.goto(url);
    await expect(demoOf(page)).toBeVisible();
    await expect(fieldOf(page)).toBeHidden();
    remove();
  });

  test('asks for the setup code otherwise, and is not created with a wrong one', async ({ page }) => {
    await page.goto(addressWithoutCode());
    const looking = new Looking(page, 'nobody');
    await tabTo(page, ownStoreOf(page));
    await press(page, 'Enter');
    await expect(page.getByText(text('stores-first-run:setupCode.missing'))).toBeVisible();
    await looking.at('the setup code that is missing');
    await tabTo(page, fieldOf(page));
    await type(page, 'AAAA-BBBB-CCCC');
    await press(page, 'Enter');
    await expect(page.getByRole('alert')).toContainText(text('refusals:SETUP_CODE_WRONG'));
    for (const choice of [ownStoreOf(page), demoOf(page)]) {
      await tabTo(page, choice);
      await press(page, 'Enter');
      await expect(page.getByRole('alert')).toContainText(text('refusals:SETUP_CODE_WRONG'));
      await expect(choice).toBeVisible();
    }
    await fieldOf(page).fill(setupCodeIn(app.url)?.toLowerCase() ?? '');
    await demoOf(page).click();
    await expect(page.getByRole('heading', { name: text('stores-first-run:done.demoTitle') })).toBeVisible({
      timeout: 60_000,
    });
    expect(looking.faults).toEqual([]);
  });

  test('takes the code from an address that is opened over a page without it', async ({ page }) => {
    await page.goto(addressWithoutCode());
    await demoOf(page).click();
    await expect(fieldOf(page)).toBeVisible();
    await page.goto(app.url);
    await expect(fieldOf(page)).toHaveValue(setupCodeIn(app.url) ?? '');
  });
});
