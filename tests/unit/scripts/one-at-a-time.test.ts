import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { oneAtATime } from '../../../scripts/one-at-a-time.mjs';
import { temporaryFolder } from '../../support/temporary-folder';

/** More than any process number. */
const NO_PROCESS = 2 ** 31 - 1;

test('two starts at once set up one after the other', async () => {
  const lock = join(temporaryFolder(), 'lock');
  const order: string[] = [];
  const start = (name: string) =>
    oneAtATime(
      lock,
      async () => {
        order.push(`${name} starts`);
        await pass(50);
        order.push(`${name} ends`);
      },
      () => order.push(`${name} waits`),
    );
  await Promise.all([start('one'), start('two')]);
  expect(order).toEqual(['one starts', 'two waits', 'one ends', 'two starts', 'two ends']);
  expect(existsSync(lock)).toBe(false);
});

test('the lock of a start that was killed is ignored', async () => {
  const lock = join(temporaryFolder(), 'lock');
  writeFileSync(lock, String(NO_PROCESS));
  expect(
    await oneAtATime(
      lock,
      async () => 'done',
      () => undefined,
    ),
  ).toBe('done');
});

test('a failed step releases the lock', async () => {
  const lock = join(temporaryFolder(), 'lock');
  const failed = oneAtATime(
    lock,
    () => Promise.reject(new Error('no network')),
    () => undefined,
  );
  await expect(failed).rejects.toThrow('no network');
  expect(existsSync(lock)).toBe(false);
});
