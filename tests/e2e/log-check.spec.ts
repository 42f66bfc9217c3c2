import path from 'node:path';
import { expect } from '@playwright/test';
import SqliteDatabase from 'better-sqlite3';
import { test } from '../support/app';
import { goTo, openDemoAs } from '../support/demo-store';
import { press, tabTo } from '../support/hands';
import { withoutLogGuards } from '../support/log-guards';
import { Looking } from '../support/looking';
import { anyCount, text } from '../support/texts';

test('a manager checks the log by keyboard, and reads that it is intact, or where it is broken', async ({
  openWindow,
}) => {
  const { page, folder } = await openDemoAs(openWindow, 'manager');
  const looking = new Looking(page, 'manager');
  const outcome = page.getByRole('main').getByRole('group', { name: text('jobs:kinds.logCheck') });
  const intact = outcome.getByText(anyCount('jobs:logCheck.intact'));

  await test.step('a key starts the check, whose outcome remains when the page is left', async () => {
    await goTo(page, 'office', 'audit');
    await press(page, 'F9');
    await expect(intact).toBeVisible();
    await looking.at('the log that is intact');
    await goTo(page, 'office', 'people');
    await goTo(page, 'office', 'audit');
    await expect(intact).toBeVisible();
  });

  await test.step('a log that was changed behind the back of the app is reported', async () => {
    tamper(folder);
    await tabTo(page, page.getByRole('button', { name: text('audit:check') }));
    await press(page, 'Enter');
    await expect(outcome.getByText(text('jobs:logCheck.broken'))).toBeVisible();
    await expect(page.getByRole('status').getByText(text('jobs:logCheck.broken'))).toBeAttached();
    await expect(outcome.getByRole('listitem')).toHaveText([
      text('jobs:logCheck.changed', { entry: 2 }),
      text('jobs:logCheck.missing', { count: 2, from: 4, to: 5 }),
      text('jobs:logCheck.changed', { entry: 9 }),
    ]);
    await looking.at('the log that is broken');
  });

  await test.step('the outcome is dismissed', async () => {
    await outcome
      .getByRole('button', { name: text('jobs:dismiss', { name: text('jobs:kinds.logCheck') }) })
      .click();
    await expect(outcome.getByText(text('jobs:logCheck.broken'))).toBeHidden();
    await expect(page.getByRole('button', { name: text('audit:check') })).toBeFocused();
  });
  expect(looking.faults).toEqual([]);
});

/** Changes two entries and removes two others, in the store's file. */
function tamper(folder: string): void {
  const handle = new SqliteDatabase(path.join(folder, 'store.sqlite'));
  handle.pragma('busy_timeout = 5000');
  withoutLogGuards(handle, () =>
    handle.exec(
      `UPDATE log_entry SET label = label || '.' WHERE id = 2; DELETE FROM log_entry WHERE id IN (4, 5);
       UPDATE log_entry SET at = at + 1 WHERE id = 9;`,
    ),
  );
  handle.close();
}
