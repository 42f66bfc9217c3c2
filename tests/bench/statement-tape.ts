import type { Statement } from 'better-sqlite3';
import type { Handle } from '#main/platform/database/database';

type Method = 'run' | 'get' | 'all';

/** One executed statement with its parameters. */
export interface Step {
  sql: string;
  method: Method;
  parameters: unknown[];
}

type AnyStatement = Statement<unknown[]> & Record<Method, (...parameters: unknown[]) => unknown>;

/** Records the statements of a connection, so that they can be run again alone on a copy of the file. */
export class StatementTape {
  #steps: Step[] = [];

  /** Starts recording on a connection; returns a function that stops it. */
  record(handle: Handle): () => void {
    const prototype = Object.getPrototypeOf(handle.prepare('SELECT 1')) as AnyStatement;
    const originals = { run: prototype.run, get: prototype.get, all: prototype.all };
    const steps = this.#steps;
    for (const method of ['run', 'get', 'all'] as const) {
      prototype[method] = function recorded(this: AnyStatement, ...parameters: unknown[]) {
        if (this.database === handle) steps.push({ sql: this.source, method, parameters });
        return originals[method].apply(this, parameters as never);
      } as never;
    }
    return () => {
      Object.assign(prototype, originals);
    };
  }

  /** Returns what was recorded since the last cut. */
  cut(): Step[] {
    return this.#steps.splice(0);
  }
}

/** Runs recorded steps, with each statement prepared once. */
export class TapePlayer {
  readonly #prepared = new Map<string, AnyStatement>();
  readonly #handle: Handle;

  constructor(handle: Handle) {
    this.#handle = handle;
  }

  /** Prepares the steps, so that preparing is not measured. */
  prepare(steps: readonly Step[]): void {
    for (const { sql } of steps) {
      if (!this.#prepared.has(sql)) this.#prepared.set(sql, this.#handle.prepare(sql) as AnyStatement);
    }
  }

  play(steps: readonly Step[]): void {
    for (const { sql, method, parameters } of steps) this.#prepared.get(sql)?.[method](...parameters);
  }
}
