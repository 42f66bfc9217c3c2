import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import SqliteDatabase from 'better-sqlite3';
import { test } from '../support/app';
import { goTo, openDemoAs, signInAs, signOut, titleOf } from '../support/demo-store';
import { press, tabTo } from '../support/hands';
import { Looking } from '../support/looking';
import { anyCount, text, textStart, wholeText } from '../support/texts';

const signOf = (page: Page) =>
  page.getByRole('button', {
    name: new RegExp(`^(${anyCount('jobs:running').source}|${anyCount('jobs:ended').source})$`),
  });

test('an audit export runs while the person works elsewhere, is saved, and a long one is cancelled', async ({
  openWindow,
}) => {
  const { page, folder } = await openDemoAs(openWindow, 'manager');
  const looking = new Looking(page, 'manager');
  const job = page.getByRole('dialog').getByRole('group', { name: text('jobs:kinds.auditExport') });

  await test.step('it is started by a key and saved from another page', async () => {
    await goTo(page, 'office', 'audit');
    await press(page, 'Control+e');
    await expect(page.getByText(wholeText('jobs:done.auditExport', { rows: /[\d,]+/ }))).toBeVisible();
    await goTo(page, 'office', 'products');
    await press(page, 'Control+Shift+g');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      job.getByRole('button', { name: text('jobs:save') }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/);
    const lines = (await readFile(await download.path(), 'utf8')).split('\r\n');
    expect(lines[0]).toMatch(/^Entry,Time,Person/);
    expect(lines.length).toBeGreaterThan(1000);
  });

  await test.step('Escape closes the panel and leaves the page unchanged', async () => {
    await press(page, 'Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(titleOf(page, 'office', 'products')).toBeVisible();
  });

  const whereOneWas = page.getByRole('grid');
  await test.step('a long one runs until it is cancelled, and can be dismissed', async () => {
    lengthenTrail(folder);
    await goTo(page, 'office', 'audit');
    await press(page, 'Control+e');
    await expect(signOf(page)).toHaveAccessibleName(text('jobs:running', { count: 1 }));
    await press(page, 'Control+e');
    await expect(page.getByText(text('refusals:JOB_RUNNING'))).toBeVisible();
    await goTo(page, 'office', 'people');
    await tabTo(page, whereOneWas);
    await press(page, 'Control+Shift+g');
    await job.getByRole('button', { name: text('jobs:stop') }).click();
    await expect(job.getByText(text('jobs:cancelled.auditExport'))).toBeVisible();
    await expect(job.first()).toBeFocused();
    await looking.at('background work');
    await job
      .first()
      .getByRole('button', { name: text('jobs:dismiss', { name: text('jobs:kinds.auditExport') }) })
      .click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(whereOneWas).toBeFocused();
  });
  expect(looking.faults).toEqual([]);
});

test('after a power cut, a finished export can still be saved, and a running one says that it was interrupted', async ({
  openWindow,
}) => {
  const { page, folder, restart, signInOf } = await openDemoAs(openWindow, 'manager');
  await goTo(page, 'office', 'audit');
  await press(page, 'Control+e');
  await expect(page.getByText(wholeText('jobs:done.auditExport', { rows: /[\d,]+/ }))).toBeVisible();
  lengthenTrail(folder);
  await press(page, 'Control+e');
  await expect(signOf(page)).toHaveAccessibleName(text('jobs:running', { count: 1 }));

  const again = await restart();
  await signOut(again);
  await signInAs(again, signInOf('manager'));
  const looking = new Looking(again, 'manager');
  await expect(signOf(again)).toHaveAccessibleName(text('jobs:ended', { count: 2 }));
  await press(again, 'Control+Shift+g');
  const jobs = again.getByRole('dialog').getByRole('group', { name: text('jobs:kinds.auditExport') });
  const next = text('refusals:interrupted.auditExport');
  await expect(jobs.first().getByRole('alert')).toHaveText(text('refusals:JOB_INTERRUPTED', { next }));
  await expect(jobs.first().getByText(textStart('jobs:startedAt'))).toBeVisible();
  await looking.at('background work after a restart');
  const [download] = await Promise.all([
    again.waitForEvent('download'),
    jobs
      .last()
      .getByRole('button', { name: text('jobs:save') })
      .click(),
  ]);
  expect((await readFile(await download.path(), 'utf8')).split('\r\n').length).toBeGreaterThan(1000);
  expect(readdirSync(path.join(folder, 'jobs'))).toHaveLength(1);
  expect(looking.faults).toEqual([]);
});

/** Adds some hundred thousand entries, whose export takes some seconds. */
function lengthenTrail(folder: string): void {
  const database = new SqliteDatabase(path.join(folder, 'store.sqlite'));
  database.pragma('busy_timeout = 5000');
  database.exec(
    `INSERT INTO log_entry (at, account_id, till_id, action, entity, entity_id, label, hash)
     WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600000)
     SELECT 1795000000000, 1, 1, 'catalogue.changeProduct', 'product', i, 'Product ' || i, x'00' FROM n`,
  );
  database.close();
}
