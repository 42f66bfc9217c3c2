import { type ThreadFile, WorkThread } from '#main/platform/threads/work-thread';
import type { Reading, Readings, ReadingTypes } from './reading';

/** The two threads of a store that read: what a person waits for never waits for a long job. */
export interface ReadingThreads<Works extends Readings> extends Reading<ReadingTypes<Works>> {
  /** Ends both threads. */
  close(): Promise<void>;
}

/**
 * Creates the reading threads of a store; each is started when it is first needed.
 * @param threadFile the file that both run; it calls `serveReadings`
 */
export function readingThreads<Works extends Readings>(
  threadFile: ThreadFile,
  storeFile: string,
): ReadingThreads<Works> {
  const waitedFor = new WorkThread(threadFile, storeFile);
  const long = new WorkThread(threadFile, storeFile);
  return {
    run: (name, input) => waitedFor.run(name, input) as never,
    runLong: (name, input, options) => long.run(name, input, options) as never,
    async close() {
      await Promise.all([waitedFor.close(), long.close()]);
    },
  };
}
