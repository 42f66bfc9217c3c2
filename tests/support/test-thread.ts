import { doThreadWork } from '#main/platform/work/thread-work';

/** What the thread of a test does. */
export type TestOrder = 'answers' | 'fails' | 'ends' | 'works on';

doThreadWork((order: TestOrder, progress) => {
  progress(1);
  progress(2);
  if (order === 'fails') throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
  if (order === 'ends') process.exit(0);
  // Ends only when the thread is terminated.
  if (order === 'works on') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  return 'done';
});
