import { defineConfig } from '@playwright/test';
import { findChromium, quietFlags } from './scripts/chromium.mjs';
import { electronProgram } from './tests/support/app';

const SECOND_MS = 1000;

const program = electronProgram() ? 'Electron' : 'Chromium';
/** On the desktop a store has one window; through the browser entry it may have several. */
const oneWindowOnly = program === 'Electron' ? ['session-windows.spec.ts', 'two-windows.spec.ts'] : [];

/** Each test drives the built app, started by tests/support on a store of its own, in a real Chromium. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  forbidOnly: true,
  timeout: 90 * SECOND_MS,
  expect: { timeout: 10 * SECOND_MS },
  // Where the report goes is said by PLAYWRIGHT_JSON_OUTPUT_FILE, which `npm test` sets.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['list'], ['json']] : [['list']],
  // The same specs for both; the report names the one they ran on. Stories scan and type against the clock,
  // so `npm test` runs them one at a time; looking at pages may use all there is.
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
