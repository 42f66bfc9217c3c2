import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A line of the program's log, as far as the harness looks at it. */
export interface LogLine {
  level: number;
  time: number;
  msg: string;
  text: string;
}

export const ERROR_LEVEL = 50;

/** Reads what was added to a store's log since the last time. */
export class ProgramLog {
  readonly #folder: string;
  readonly #read = new Map<string, number>();

  constructor(storeFolder: string) {
    this.#folder = path.join(storeFolder, 'logs');
  }

  /** The new lines; one that was cut off is left out. */
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
