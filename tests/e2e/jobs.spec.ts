import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import SqliteDatabase from 'better-sqlite3';
import { test } from '../support/app';
import { goTo, openDemoAs } from '../support/demo-store';
import { press, tabTo } from '../support/hands';
import { Looking } from '../support/looking';

const signOf = (page: Page) => page.getByRole('button', { name: /^\d+ jobs? (is|are|has|have) / });

test('the audit trail is exported while one works elsewhere, saved, and a long one stopped', async ({
  openWindow,
}) => {
  const { page, folder } = await openDemoAs(openWindow, 'manager');
  const looking = new Looking(page, 'manager');
  const job = page.getByRole('dialog').getByRole('group', { name: 'Audit trail as CSV' });

  await test.step('begun by a key, and saved from another page', async () => {
    await goTo(page, 'Office', 'Audit');
    await press(page, 'Control+e');
    await expect(page.getByText(/^Entries written: [\d,]+\.$/)).toBeVisible();
    await goTo(page, 'Office', 'Products');
    await press(page, 'Control+g');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      job.getByRole('button', { name: 'Save the file' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/);
    const lines = (await readFile(await download.path(), 'utf8')).split('\r\n');
    expect(lines[0]).toMatch(/^Entry,Time,Person/);
    expect(lines.length).toBeGreaterThan(1000);
  });

  await test.step('Escape closes it, and leaves the page as it was', async () => {
    await press(page, 'Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Products', level: 1 })).toBeVisible();
  });

  const whereOneWas = page.getByRole('grid');
  await test.step('one of a long trail goes on until it is stopped, and can be put away', async () => {
    lengthenTrail(folder);
    await goTo(page, 'Office', 'Audit');
    await press(page, 'Control+e');
    await expect(signOf(page)).toHaveAccessibleName('1 job is going on');
    await press(page, 'Control+e');
    await expect(page.getByText('This is going on already.')).toBeVisible();
    await goTo(page, 'Office', 'People');
    await tabTo(page, whereOneWas);
    await press(page, 'Control+g');
    await job.getByRole('button', { name: 'Stop' }).click();
    await expect(job.getByText('Stopped. There is no file.')).toBeVisible();
    await expect(job.first()).toBeFocused();
    await looking.at('background work');
    await job.first().getByRole('button', { name: 'Put away: Audit trail as CSV' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(whereOneWas).toBeFocused();
  });
  expect(looking.faults).toEqual([]);
});

/** Some hundred thousand entries, which take some seconds to write out. */
function lengthenTrail(folder: string): void {
  const database = new SqliteDatabase(path.join(folder, 'store.sqlite'));
  database.pragma('busy_timeout = 5000');
  database.exec(
    `INSERT INTO audit_entry (at, account_id, till_id, action, entity, entity_id, label)
     WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600000)
     SELECT 1795000000000, 1, 1, 'catalogue.changeProduct', 'product', i, 'Product ' || i FROM n`,
  );
  database.close();
}
