import { type ThreadFile, WorkThread } from '#main/platform/threads/work-thread';
import type { Drawing, Drawings, DrawingTypes } from './drawing';

/** The two threads of a store that draw: a receipt never waits for a long list. */
export interface DrawingThreads<Works extends Drawings> extends Drawing<DrawingTypes<Works>> {
  /** Ends both threads. */
  close(): Promise<void>;
}

/**
 * Creates the drawing threads of a store; each is started when it is first needed.
 * @param threadFile the file that both run; it calls `serveDrawings`
 */
export function drawingThreads<Works extends Drawings>(threadFile: ThreadFile): DrawingThreads<Works> {
  const documents = new WorkThread(threadFile);
  const long = new WorkThread(threadFile);
  return {
    run: (name, input) => documents.run(name, input) as never,
    runLong: (name, input) => long.run(name, input) as never,
    async close() {
      await Promise.all([documents.close(), long.close()]);
    },
  };
}
