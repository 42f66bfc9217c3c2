import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The fields of a log line that the harness reads. */
export interface LogLine {
  level: number;
  time: number;
  msg: string;
  text: string;
}

export const ERROR_LEVEL = 50;

/** Reads what was added to a store's log since the last read. */
export class ProgramLog {
  readonly #folder: string;
  readonly #read = new Map<string, number>();

  constructor(storeFolder: string) {
    this.#folder = path.join(storeFolder, 'logs');
  }

  /** The new lines, without an incomplete one. */
  newLines(): LogLine[] {
    if (!existsSync(this.#folder)) return [];
    return readdirSync(this.#folder).flatMap((name) => {
      const text = readFileSync(path.join(this.#folder, name), 'utf8').slice(this.#read.get(name) ?? 0);
      this.#read.set(name, (this.#read.get(name) ?? 0) + text.length);
      return text.split('\n').flatMap((line) => parsed(line));
    });
  }
}

function parsed(text: string): LogLine[] {
  try {
    const { level, time, msg } = JSON.parse(text) as LogLine;
    return [{ level, time, msg, text }];
  } catch {
    return [];
  }
}
