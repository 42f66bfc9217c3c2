import pino from 'pino';
import { afterEach, expect, test, vi } from 'vitest';
import { failStop } from '#main/platform/work/fail-stop';
import { UnsafeTransactionError } from '#main/platform/work/write-queue';

afterEach(() => vi.restoreAllMocks());

test('a store in doubt ends the program with code 1 and a message', () => {
  const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  const print = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  failStop(pino({ level: 'silent' })).onFatal(new UnsafeTransactionError('a commit failed'));
  expect(exit).toHaveBeenCalledWith(1);
  expect(print.mock.calls.join('')).toContain('Start it again');
});
