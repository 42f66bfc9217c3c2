import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { windowAlias } from './scripts/window-alias.mjs';

/** Timeouts are seconds, not minutes, but long enough for a busy machine. */
const SECOND_MS = 1000;

export default defineConfig({
  resolve: { alias: windowAlias },
  test: {
    pool: 'forks',
    // Also for the threads of the product, which run from the sources.
    execArgv: ['--import', fileURLToPath(new URL('tests/support/source-files.mjs', import.meta.url))],
    tags: [{ name: 'long', description: 'Takes more than 5 seconds; `npm run test:fast` leaves it out.' }],
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 20 * SECOND_MS },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          testTimeout: 30 * SECOND_MS,
          hookTimeout: 60 * SECOND_MS,
        },
      },
      {
        // These tests kill processes and fill disks, so they run one after another to not disturb each other.
        extends: true,
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 300 * SECOND_MS,
          hookTimeout: 120 * SECOND_MS,
        },
      },
    ],
  },
});
