import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder';
import { runDesktop } from './run-desktop';

describe('the desktop program, with the Electron stand-in', () => {
  const folder = temporaryFolder();
  let seen: Awaited<ReturnType<typeof runDesktop>>;
  beforeAll(async () => {
    seen = await runDesktop('ending-run.mjs', folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('quits once, even when closing the store fails and a second quit comes meanwhile', () => {
    expect(seen).toMatchObject({
      firstQuitWaits: true,
      secondQuitWaits: true,
      quits: 3,
      lastQuitWaits: false,
    });
  });

  test('confirms nothing, shows a sentence and ends when the state of the store is in doubt', () => {
    expect(seen.confirmed).toBe(false);
    expect(seen.errorBoxes).toMatchObject([
      { title: 'Tillroom must close', content: expect.stringContaining('Start Tillroom again.') },
    ]);
    expect(seen.exitCode).toBe(1);
  });
});
