import { setTimeout as wait } from 'node:timers/promises';
import { serveDrawings } from '#main/platform/printing/serve-drawings';

/** The drawings of the tests of drawing threads. */
const drawings = {
  bytes: (length: number) => new Uint8Array(length).fill(7),

  part: (length: number) => new Uint8Array(2 * length).fill(7).subarray(length),

  later: (text: string) => wait(10, text),

  fail: (message: string) => Promise.reject(new Error(message)),

  /** Fails outside of its own promise, as an event of a stream would. */
  burst(message: string) {
    setImmediate(() => {
      throw new Error(message);
    });
    return new Promise<never>(() => undefined);
  },

  uncopied: (_input: null) => () => 'a function cannot be copied',

  /** Waits until the test lets it out. */
  gate(out: SharedArrayBuffer) {
    Atomics.wait(new Int32Array(out), 0, 0);
    return null;
  },
};

export type TestDrawings = typeof drawings;

serveDrawings(drawings);
