import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../support/temporary-folder';
import { runDesktop } from './run-desktop';

describe('the end of the desktop program, on a stand-in of Electron', () => {
  const folder = temporaryFolder();
  let seen: Awaited<ReturnType<typeof runDesktop>>;
  beforeAll(async () => {
    seen = await runDesktop('ending-run.mjs', folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('it quits once, though closing the store fails and one quits again while it closes', () => {
    expect(seen).toMatchObject({
      firstQuitWaits: true,
      secondQuitWaits: true,
      quits: 3,
      lastQuitWaits: false,
    });
  });

  test('when the state of the store is in doubt it confirms nothing, says so in a sentence and ends', () => {
    expect(seen.confirmed).toBe(false);
    expect(seen.errorBoxes).toMatchObject([
      { title: 'Tillroom must close', content: expect.stringContaining('Start Tillroom again.') },
    ]);
    expect(seen.exitCode).toBe(1);
  });
});
