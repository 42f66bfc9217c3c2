import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DrawingThreads, drawingThreads } from '#main/platform/printing/drawing-threads';
import type { TestDrawings } from '../../support/test-drawing-worker';

const support = path.resolve(import.meta.dirname, '../../support');
const threadFile = {
  name: 'test-drawing-worker',
  beside: { dirname: support, filename: import.meta.filename },
};

let drawing: DrawingThreads<TestDrawings>;
beforeEach(() => {
  drawing = drawingThreads<TestDrawings>(threadFile);
});
afterEach(() => drawing.close());

test('bytes arrive whole, also those that are a part of a larger memory', async () => {
  for (const name of ['bytes', 'part'] as const) {
    expect([...(await drawing.run(name, 3))]).toEqual([7, 7, 7]);
  }
});

test('a drawing can take its time, and the next one waits for it', async () => {
  const ended: string[] = [];
  const texts = ['first', 'second'].map(async (text) => ended.push(await drawing.run('later', text)));
  await Promise.all(texts);
  expect(ended).toEqual(['first', 'second']);
});

test('a document does not wait for a long drawing', async () => {
  const out = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const long = drawing.runLong('gate', out);
  expect(await drawing.run('later', 'a receipt')).toBe('a receipt');
  Atomics.store(new Int32Array(out), 0, 1);
  Atomics.notify(new Int32Array(out), 0);
  expect(await long).toBeNull();
});

test('a drawing that fails ends with its error, however it fails, and the next one runs', async () => {
  await expect(drawing.run('fail', 'no such font')).rejects.toThrow('no such font');
  await expect(drawing.run('burst', 'broken stream')).rejects.toThrow('broken stream');
  await expect(drawing.run('uncopied', null)).rejects.toThrow('could not be cloned');
  expect(await drawing.run('later', 'next')).toBe('next');
});

test('a drawing that is running when the store is closed ends', async () => {
  const out = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const ended = Promise.allSettled([drawing.run('gate', out)]);
  await drawing.close();
  expect(await ended).toMatchObject([{ status: 'rejected' }]);
});
