import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, type LaunchOptions } from '@playwright/test';
import { test as base } from '../support/app';
import { filmBarcode } from '../support/barcode-film';
import { goods } from '../support/corner-shop';
import { press } from '../support/hands';
import { temporaryFolder } from '../support/temporary-folder';
import { text } from '../support/texts';
import { amountOf, change, linesOf, openTill, outcomeOf, times, total, totalOf } from '../support/till';

/** A Chromium with a camera that shows a notebook's barcode. */
const test = base.extend<object, { launchOptions: LaunchOptions }>({
  launchOptions: [
    async ({ launchOptions }, use) => {
      const folder = temporaryFolder();
      const film = path.join(folder, 'notebook.y4m');
      filmBarcode(film, goods.notebook.code);
      const camera = [
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${film}`,
      ];
      await use({ ...launchOptions, args: [...(launchOptions.args ?? []), ...camera] });
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
});

test('a product held before the camera is added once, and is paid', { tag: '@fast' }, async ({
  openWindow,
}) => {
  const { page } = await openTill(openWindow);
  await test.step('hold a notebook before the camera', async () => {
    await press(page, 'Control+b');
    const dialog = page.getByRole('dialog', { name: text('sales:dialogs.camera.title') });
    await expect(
      dialog
        .getByRole('status')
        .filter({ hasText: `${text('sales:dialogs.camera.last', { quantity: 1, name: 'Notebook' })}€3.49` }),
    ).toBeVisible();
    await press(page, 'Escape');
    await expect(dialog).toBeHidden();
  });
  await test.step('see it on the ticket', async () => {
    await expect(linesOf(page)).toHaveCount(1);
    await expect(linesOf(page)).toContainText(`${times(1)}Notebook`);
    await expect(totalOf(page)).toHaveText(total('€3.49'));
  });
  await test.step('take the payment', async () => {
    await press(page, 'F9');
    await expect(amountOf(page)).toBeFocused();
    await press(page, 'F1');
    await expect(outcomeOf(page)).toHaveText(change('€1.50'));
  });
});
