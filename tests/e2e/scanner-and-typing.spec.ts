import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { build } from 'vite';
import { windowAlias } from '../../scripts/window-alias.mjs';

const PENCILS = '4006381333931';
const HUMAN_PAUSE_MS = 150;

let script: string;

test.beforeAll(async () => {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias: windowAlias },
    build: {
      write: false,
      target: 'es2023',
      lib: {
        entry: path.resolve(import.meta.dirname, '../support/scan-page.tsx'),
        formats: ['iife'],
        name: 'scanPage',
      },
    },
  });
  const [bundle] = [result].flat();
  script = bundle && 'output' in bundle ? bundle.output[0].code : '';
});

test.beforeEach(async ({ page }) => {
  await page.clock.install({ time: 0 });
  await page.setContent('<div id="root"></div>');
  await page.addScriptTag({ content: script });
  await page.clock.pauseAt(60_000);
});

/** Pauses the page's clock while the scanner sends its keys, so that a busy machine does not slow the scan down. */
async function scan(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

async function type(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.clock.runFor(HUMAN_PAUSE_MS);
  }
}

const takeLog = (page: Page): Promise<string[]> => page.evaluate(() => window.takeLog());

for (const field of ['plain', 'capitals', 'quantity', 'number', 'text']) {
  test(`a scan into the ${field} field keeps what is typed there, and adds no Enter`, async ({ page }) => {
    await page.getByLabel(field, { exact: true }).focus();
    await type(page, '1', '2');
    await scan(page, PENCILS);
    await type(page, '3');
    await expect(page.getByLabel(field, { exact: true })).toHaveValue('123');
    expect(await takeLog(page)).toEqual(['keydown 1', 'keydown 2', `scan ${PENCILS}`, 'keydown 3']);
  });
}

test('a scan presses no button and ticks no box, by Enter or by a space in the code', {
  tag: '@fast',
}, async ({ page }) => {
  for (const target of [page.getByRole('button'), page.getByRole('checkbox')]) {
    await target.focus();
    await scan(page, '4006 3813');
    expect(await takeLog(page)).toEqual(['scan 4006 3813']);
  }
});

test('a person can press buttons, tick boxes and submit forms as usual', async ({ page }) => {
  await page.getByRole('button').focus();
  await type(page, ' ', 'Enter');
  await page.getByRole('checkbox').focus();
  await type(page, ' ');
  await page.getByLabel('plain').focus();
  await type(page, '7', 'Enter');
  const effects = (await takeLog(page)).filter((line) => !line.startsWith('keydown'));
  expect(effects).toEqual(['click', 'submit', 'click', 'submit', 'checked', 'click', 'submit']);
  await expect(page.getByLabel('plain')).toHaveValue('7');
});

test('typing keeps the caret, the maximum length, capitals set by the field, and undo', async ({ page }) => {
  const capitals = page.getByLabel('capitals');
  await capitals.focus();
  await type(page, ...'abcdefghij');
  await expect(capitals).toHaveValue('ABCDEFGH');

  const plain = page.getByLabel('plain');
  await plain.focus();
  await type(page, 'a', 'c', 'ArrowLeft', 'b');
  await expect(plain).toHaveValue('abc');
  await type(page, 'Control+z');
  await expect(plain).toHaveValue('ac');
});

test('a time can be typed', async ({ page }) => {
  await page.getByLabel('time').focus();
  await type(page, '1', '2', '4', '5', 'p');
  await expect(page.getByLabel('time')).toHaveValue('12:45');
});

test('a scan without a handler is typed into a text field, and never becomes a quantity', async ({
  page,
}) => {
  await page.evaluate(() => window.stopAwaitingScans());
  for (const [field, value] of [
    ['plain', PENCILS],
    ['quantity', ''],
    ['number', ''],
  ] as const) {
    await page.getByLabel(field).focus();
    await scan(page, PENCILS);
    await type(page, 'Escape');
    await expect(page.getByLabel(field)).toHaveValue(value);
  }
});
