/**
 * Drawings by name, each of which runs in a thread and returns a file's bytes or what a window shows. Input and outcome
 * are data; words and formats are looked up in the thread, so that the main thread only copies rows.
 */
export type Drawings = Record<string, (input: never) => unknown>;

/** The input and the outcome of each of these drawings. */
export type DrawingTypes<Works extends Drawings> = {
  [Name in keyof Works]: { input: Parameters<Works[Name]>[0]; outcome: Awaited<ReturnType<Works[Name]>> };
};

/** Draws in threads of their own, so that the main thread stays free for the tills. */
export interface Drawing<Types extends Record<keyof Types, { input: unknown; outcome: unknown }>> {
  /** Draws one document, such as a receipt. It never waits for a list or for labels. */
  run<Name extends keyof Types & string>(
    name: Name,
    input: Types[Name]['input'],
  ): Promise<Types[Name]['outcome']>;
  /** Draws what can be long: a list or labels. */
  runLong<Name extends keyof Types & string>(
    name: Name,
    input: Types[Name]['input'],
  ): Promise<Types[Name]['outcome']>;
}
