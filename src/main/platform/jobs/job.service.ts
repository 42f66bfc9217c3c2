import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Clock } from '#main/platform/clock';
import type { Ctx } from '#main/platform/ctx';
import type { Damage } from '#main/platform/database/damage';
import type { Log } from '#main/platform/logging/log';
import { plainFailure } from '#main/platform/rpc/failures';
import { takeTurns } from '#main/platform/turns';
import type { Job, JobKind } from '#shared/contract/jobs';
import { refuse } from '#shared/contract/refusals';
import { JobFile } from './job-file';

/** The shortest interval between progress notifications to windows. */
const TELL_EVERY_MS = 200;
/** How many ended jobs, with their files, are kept per person. */
const KEPT_EACH = 10;

/** What a job receives to do its work. */
export interface JobRun {
  /** Aborted when the job is to stop. */
  readonly signal: AbortSignal;
  /**
   * Must be awaited between small steps of a fraction of a millisecond: yields to the calls of the tills when the job
   * has run long enough, and throws when it is to stop.
   */
  turn(): Promise<void>;
  /** Reports the progress, and the total if that is known by now. */
  progress(done: number, total?: number): void;
  /** Creates the one file of the job; it is only available when the job ends successfully. */
  openFile(fileName: string, mediaType: string): JobFile;
}

interface JobStart {
  kind: JobKind;
  /** What it is about, such as the name of an imported file; may be ''. */
  label: string;
  /** The total amount of work; null while it is unknown. */
  total: number | null;
}

/** Does the work, yielding to the calls of the tills in between; returns its figures and what it found. */
export type JobWork = (run: JobRun) => Promise<Partial<Pick<Job, 'summary' | 'breaks'>>>;

interface KeptJob {
  job: Job;
  accountId: number;
  stopping: AbortController;
  file: JobFile | undefined;
  ended: Promise<void>;
}

interface Needs {
  /** The store's folder; job files are below it until they are dismissed or the program ends. */
  folder: string;
  changes: ChangeFeed;
  clock: Clock;
  log: Log;
  damage: Damage;
}

/** Runs long work in the background. People see only their own jobs; a restart forgets all jobs. */
export class JobService {
  readonly #needs: Needs;
  readonly #folder: string;
  readonly #jobs = new Map<number, KeptJob>();
  #lastId = 0;
  #telling: NodeJS.Timeout | undefined;
  /** Runs work outside the async context of the call that started it, so that it does not join the call's unit. */
  readonly #outside = AsyncLocalStorage.snapshot();

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#folder = path.join(needs.folder, 'jobs');
    // Files left by a program that ended suddenly belong to no job.
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /**
   * Starts a job for a person and returns immediately.
   * @throws JOB_RUNNING while the person has a running job of this kind.
   */
  start(ctx: Ctx, { kind, label, total }: JobStart, work: JobWork): Job {
    const own = this.#of(ctx);
    if (own.some(({ job }) => job.kind === kind && job.state === 'running')) {
      throw refuse('JOB_RUNNING', { kind });
    }
    this.#lastId += 1;
    const job: Job = {
      id: this.#lastId,
      kind,
      label,
      state: 'running',
      done: 0,
      total,
      startedAt: ctx.now,
      endedAt: null,
      refusal: null,
      summary: {},
      breaks: [],
      hasFile: false,
    };
    const stopping = new AbortController();
    const kept: KeptJob = {
      job,
      accountId: ctx.account.id,
      stopping,
      file: undefined,
      ended: Promise.resolve(),
    };
    this.#jobs.set(job.id, kept);
    this.#forgetOldest(ctx);
    kept.ended = this.#outside(() => this.#run(kept, work));
    this.#needs.changes.publish('jobs');
    return { ...job };
  }

  /** The signed-in person's jobs, newest first. */
  list(ctx: Ctx): Job[] {
    return this.#of(ctx)
      .map(({ job }) => ({ ...job }))
      .reverse();
  }

  /** Asks a job to stop; it ends at the next point where it can. @throws NOT_FOUND */
  cancel(ctx: Ctx, id: number): void {
    this.#find(ctx, id).stopping.abort();
  }

  /** A part of a job's file from an offset in bytes on. @throws NOT_FOUND */
  file(ctx: Ctx, { id, offset }: { id: number; offset: number }) {
    const { job, file } = this.#find(ctx, id);
    if (!(file && job.hasFile)) throw refuse('NOT_FOUND', { what: 'file' });
    return { fileName: file.fileName, mediaType: file.mediaType, ...file.read(offset) };
  }

  /** Removes an ended job and its file. @throws NOT_FOUND, JOB_RUNNING */
  dismiss(ctx: Ctx, id: number): void {
    const kept = this.#find(ctx, id);
    if (kept.job.state === 'running') throw refuse('JOB_RUNNING', { kind: kept.job.kind });
    this.#forget(kept);
    this.#needs.changes.publish('jobs');
  }

  /** Stops all jobs, waits until they have ended, and removes all their files. */
  async close(): Promise<void> {
    const all = [...this.#jobs.values()];
    for (const { stopping } of all) stopping.abort();
    await Promise.all(all.map(({ ended }) => ended));
    clearTimeout(this.#telling);
    for (const kept of all) this.#forget(kept);
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #run(kept: KeptJob, work: JobWork): Promise<void> {
    const { job, stopping } = kept;
    const { clock, changes } = this.#needs;
    try {
      // The person who started it gets their answer first.
      await nextTurn();
      const { summary = {}, breaks = [] } = await work(this.#runOf(kept));
      Object.assign(job, { state: 'done', summary, breaks, hasFile: kept.file !== undefined });
    } catch (error) {
      kept.file?.remove();
      kept.file = undefined;
      if (stopping.signal.aborted) job.state = 'cancelled';
      else {
        const { code, data } = plainFailure(error, `job ${job.kind}`, this.#needs);
        Object.assign(job, { state: 'failed', refusal: { code, data } });
      }
    }
    job.endedAt = clock();
    changes.publish('jobs');
  }

  #runOf(kept: KeptJob): JobRun {
    const { job, stopping } = kept;
    return {
      signal: stopping.signal,
      turn: takeTurns(stopping.signal),
      progress: (done, total = job.total ?? undefined) => {
        job.done = done;
        job.total = total ?? null;
        this.#notifySoon();
      },
      openFile: (fileName, mediaType) => {
        mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
        kept.file = new JobFile(fileName, mediaType, path.join(this.#folder, String(job.id)));
        return kept.file;
      },
    };
  }

  #notifySoon(): void {
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      this.#needs.changes.publish('jobs');
    }, TELL_EVERY_MS);
  }

  #of(ctx: Ctx): KeptJob[] {
    return [...this.#jobs.values()].filter(({ accountId }) => accountId === ctx.account.id);
  }

  /** A job of the signed-in person; another person's job is treated like one that does not exist. */
  #find(ctx: Ctx, id: number): KeptJob {
    const kept = this.#jobs.get(id);
    if (kept?.accountId !== ctx.account.id) throw refuse('NOT_FOUND', { what: 'job' });
    return kept;
  }

  #forgetOldest(ctx: Ctx): void {
    const ended = this.#of(ctx).filter(({ job }) => job.state !== 'running');
    for (const kept of ended.slice(0, Math.max(0, ended.length - KEPT_EACH))) this.#forget(kept);
  }

  #forget(kept: KeptJob): void {
    kept.file?.remove();
    this.#jobs.delete(kept.job.id);
  }
}
