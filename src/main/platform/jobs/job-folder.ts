import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { JobRecord } from './job.queries';
import { readPart } from './job-file';

type Named = Pick<JobRecord, 'id' | 'startedAt'>;

/** The folder of the files of jobs, inside the store's folder. */
export class JobFolder {
  readonly #folder: string;

  constructor(storeFolder: string) {
    this.#folder = path.join(storeFolder, 'jobs');
  }

  /** The path for the file of a job. The folder is created if it is missing. */
  placeForWriting(job: Named): string {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    return this.#placeOf(job);
  }

  /** Whether the file of an ended job is there, and whole. */
  hasWhole({ file, ...job }: JobRecord): boolean {
    return file !== null && statSync(this.#placeOf(job), { throwIfNoEntry: false })?.size === file.bytes;
  }

  /** A part of a job's file as text; undefined if the file is not there. */
  readPart(job: Named, offset: number): ReturnType<typeof readPart> | undefined {
    const place = this.#placeOf(job);
    return existsSync(place) ? readPart(place, offset) : undefined;
  }

  remove(job: Named): void {
    rmSync(this.#placeOf(job), { force: true });
  }

  /** Removes all files but those of these jobs. */
  removeOthers(jobs: readonly Named[]): void {
    if (!existsSync(this.#folder)) return;
    const kept = new Set(jobs.map(nameOf));
    for (const name of readdirSync(this.#folder)) {
      if (!kept.has(name)) rmSync(path.join(this.#folder, name), { recursive: true, force: true });
    }
  }

  #placeOf(job: Named): string {
    return path.join(this.#folder, nameOf(job));
  }
}

/** With the time, because an older copy of the store that is restored gives out the same ids again. */
function nameOf({ id, startedAt }: Named): string {
  return `${id}-${startedAt}`;
}
