import type { ReadingRun } from '#main/platform/reading/reading';
import { serveReadings } from '#main/platform/reading/serve-readings';
import type { Reader } from '#main/platform/work/connections';

/** The places of a gate, which a reading and a test share: the reading is inside, and the test lets it out. */
export const INSIDE = 0;
export const OUT = 1;

const count = (reader: Reader): number =>
  reader.prepare<[], number>('SELECT count(*) FROM item').pluck().get() ?? 0;

/** The readings of the tests of reading threads, on a file with a table `item`. */
const readings = {
  count: (reader: Reader, _input: null) => count(reader),

  write: (reader: Reader, _input: null) => reader.exec('INSERT INTO item VALUES (99)') && 0,

  die: (_reader: Reader, _input: null) => process.exit(0),

  fail: (_reader: Reader, code: string) => {
    throw Object.assign(new Error('no room'), { code });
  },

  /** Counts, waits until the test lets it out, and counts again. */
  countTwice(reader: Reader, gate: SharedArrayBuffer) {
    const places = new Int32Array(gate);
    const first = count(reader);
    Atomics.store(places, INSIDE, 1);
    Atomics.wait(places, OUT, 0);
    return [first, count(reader)];
  },

  /** Ends only when it is stopped. */
  endless(_reader: Reader, _input: null, { signal, progress }: ReadingRun): null {
    for (let done = 1; ; done += 1) {
      progress(done);
      signal.throwIfAborted();
    }
  },
};

export type TestReadings = typeof readings;

serveReadings(readings);
