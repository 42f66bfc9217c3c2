import { defineConfig } from '@playwright/test';
import { findChromium, quietFlags } from './scripts/chromium.mjs';
import { electronProgram } from './tests/support/app';

const SECOND_MS = 1000;

const program = electronProgram() ? 'Electron' : 'Chromium';
/** On the desktop a store has one window; through the browser entry point it can have several. */
const oneWindowOnly = program === 'Electron' ? ['session-windows.spec.ts', 'two-windows.spec.ts'] : [];

/** Each test drives the built app in a real Chromium; tests/support starts it on a store of its own. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  forbidOnly: true,
  timeout: 90 * SECOND_MS,
  expect: { timeout: 10 * SECOND_MS },
  // PLAYWRIGHT_JSON_OUTPUT_FILE, which `npm test` sets, is the path of the report.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
  // The same specs run on both programs; the report names the program. Stories scan and type with timing, so `npm test`
  // runs them one at a time; specs that only look at pages can use all CPUs.
  projects: [
    { name: `Stories in ${program}`, testIgnore: ['pages.spec.ts', ...oneWindowOnly] },
    { name: `Pages in ${program}`, testMatch: 'pages.spec.ts' },
  ],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: findChromium(), args: quietFlags },
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    screenshot: 'only-on-failure',
  },
});
