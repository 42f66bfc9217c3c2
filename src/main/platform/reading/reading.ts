import type { WorkOptions } from '#main/platform/threads/work';
import type { Reader } from '#main/platform/work/connections';

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
    options: WorkOptions,
  ): Promise<Types[Name]['outcome']>;
}
