import type { Reader } from '#main/platform/work/connections';
import type { ThreadFailure } from './thread-failure';

/** What a reading in a thread receives besides its input. */
export interface ReadingRun {
  /** Says whether the reading is to stop; a long reading looks at it between its steps. */
  readonly signal: Pick<AbortSignal, 'throwIfAborted'>;
  /** Reports how much is done; cheap enough to be called at each step. */
  progress(done: number): void;
}

/**
 * Readings by name, each of which runs in a thread, in one read transaction. Input and outcome are copied between
 * threads, so they are data. Whatever the person may not see is left out in the thread.
 */
export type Readings = Record<string, (reader: Reader, input: never, run: ReadingRun) => unknown>;

/** The input and the outcome of each of these readings. */
export type ReadingTypes<Works extends Readings> = {
  [Name in keyof Works]: { input: Parameters<Works[Name]>[1]; outcome: ReturnType<Works[Name]> };
};

/** Runs readings in threads of their own, so that the main thread stays free for the tills. */
export interface Reading<Types extends Record<keyof Types, { input: unknown; outcome: unknown }>> {
  /** Runs a reading that a person waits for. */
  run<Name extends keyof Types & string>(
    name: Name,
    input: Types[Name]['input'],
  ): Promise<Types[Name]['outcome']>;
  /**
   * Runs a reading that can take long, after those that were asked for before it.
   * @throws the reason of the signal, once the reading has stopped
   */
  runLong<Name extends keyof Types & string>(
    name: Name,
    input: Types[Name]['input'],
    options: LongReading,
  ): Promise<Types[Name]['outcome']>;
}

export interface LongReading {
  signal?: AbortSignal | undefined;
  progress?: ((done: number) => void) | undefined;
}

/** What a thread is asked to do. */
export interface ReadingOrder {
  name: string;
  input: unknown;
  /** One 32-bit number, set once the reading is to stop: a thread at work receives no messages. */
  stop: SharedArrayBuffer;
}

/** What a thread answers: its progress any number of times, then one outcome or failure. */
export type ReadingAnswer = { progress: number } | { outcome: unknown } | { failed: ThreadFailure };
