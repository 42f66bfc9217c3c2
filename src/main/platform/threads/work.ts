import type { ThreadFailure } from './thread-failure';

/** What a thread is asked to do. */
export interface WorkOrder {
  name: string;
  /** Data, which is copied into the thread. */
  input: unknown;
  /** One 32-bit number, set once the work is to stop: a thread at work receives no messages. */
  stop: SharedArrayBuffer;
}

/** What a thread answers: its progress any number of times, then one outcome or failure. */
export type WorkAnswer = { progress: number } | { outcome: unknown } | { failed: ThreadFailure };

export interface WorkOptions {
  signal?: AbortSignal | undefined;
  progress?: ((done: number) => void) | undefined;
}
