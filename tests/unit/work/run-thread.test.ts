import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { runThread } from '#main/platform/work/run-thread';
import type { TestOrder } from '../../support/test-thread';

const support = path.resolve(import.meta.dirname, '../../support');
const thread = { name: 'test-thread', beside: { dirname: support, filename: import.meta.filename } };

const run = (order: TestOrder, options?: Parameters<typeof runThread>[2]) =>
  runThread<string>(thread, order, options);

test('a thread reports its progress and then its outcome', async () => {
  const progress = vi.fn();
  expect(await run('answers', { progress })).toBe('done');
  expect(progress.mock.calls).toEqual([[1], [2]]);
});

test('a failure in a thread keeps its message and its code', async () => {
  await expect(run('fails')).rejects.toMatchObject({ message: 'Error: no room', code: 'ENOSPC' });
});

test('a thread that ends without an answer is a failure', async () => {
  await expect(run('ends')).rejects.toThrow('test-thread ended without an answer');
});

test('a thread that cannot start is a failure', async () => {
  await expect(runThread({ ...thread, name: 'no-such-thread' }, '')).rejects.toThrow('no-such-thread');
});

test('a signal ends the thread, and its reason is the failure', async () => {
  const stopping = new AbortController();
  const reason = new Error('not needed any more');
  const progress = (done: number): void => {
    if (done === 2) stopping.abort(reason);
  };
  await expect(run('works on', { signal: stopping.signal, progress })).rejects.toBe(reason);
  await expect(run('answers', { signal: stopping.signal })).rejects.toBe(reason);
});
