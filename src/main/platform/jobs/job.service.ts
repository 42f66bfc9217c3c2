import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ORPCError } from '@orpc/contract';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Clock } from '#main/platform/clock';
import type { Ctx } from '#main/platform/ctx';
import type { Database } from '#main/platform/database/database';
import type { Log } from '#main/platform/logging/log';
import { plainFailure } from '#main/platform/rpc/failures';
import type { InUnit, Tx } from '#main/platform/work/connections';
import type { Job, JobKind } from '#shared/contract/jobs';
import { refuse } from '#shared/contract/refusals';
import { type JobRecord, type JobWrites, jobWrites, storedJobs } from './job.queries';
import { JobFile } from './job-file';
import { JobFolder } from './job-folder';

/** The shortest interval between progress notifications to windows. */
const TELL_EVERY_MS = 200;
/** How many ended jobs, with their files, are kept per person. */
const KEPT_EACH = 10;

/** The figures of a job and what it found. */
type JobOutcome = Partial<Pick<Job, 'summary' | 'breaks'>>;

/** What a job receives to do its work. */
export interface JobRun {
  /** Aborted when the job is to stop. */
  readonly signal: AbortSignal;
  /** Reports the progress, and the total if that is known by now. */
  progress(done: number, total?: number): void;
  /** Creates the one file of the job; it is only available when the job ends successfully. */
  openFile(fileName: string, mediaType: string): JobFile;
  /**
   * Stores the successful end of a job without a file in the unit of work that completes what it does, so that both
   * are on disk or neither is. What follows can no longer fail the job.
   */
  endIn(tx: Tx, outcome: JobOutcome): void;
}

interface JobStart {
  kind: JobKind;
  /** What it is about, such as the name of an imported file; may be ''. */
  label: string;
  /** The total amount of work; null while it is unknown. */
  total: number | null;
}

/** Does the work, mostly in a thread; returns its figures and what it found. */
export type JobWork = (run: JobRun) => Promise<JobOutcome>;

interface KeptJob {
  /** As people see it; while it runs, its progress is newer than the stored one. */
  job: JobRecord;
  /** The end that is stored, even if some work is still left. */
  end?: JobRecord;
  fileIsGone: boolean;
  /** The file that it writes. */
  file?: JobFile;
  stopping: AbortController;
  /** Resolves once its start is stored. */
  saved: Promise<void>;
  ended: Promise<void>;
}

interface Needs {
  /** The store's folder; the files of jobs are below it until they are dismissed. */
  folder: string;
  database: Database;
  changes: ChangeFeed;
  clock: Clock;
  log: Log;
}

/**
 * Runs long work in the background. People see only their own jobs. The start and the end of each are stored, its
 * progress is not.
 */
export class JobService {
  readonly #needs: Needs;
  readonly #writes: InUnit<JobWrites>;
  readonly #folder: JobFolder;
  readonly #jobs: Map<number, KeptJob>;
  /** Jobs whose end could not be stored, for example on a full disk. */
  readonly #unsaved = new Set<KeptJob>();
  #lastId: number;
  #telling: NodeJS.Timeout | undefined;
  /** Runs work outside the async context of the call that started it, so that it does not join the call's unit. */
  readonly #outside = AsyncLocalStorage.snapshot();

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#writes = needs.database.inUnits(jobWrites);
    this.#folder = new JobFolder(needs.folder);
    const { jobs, lastId } = needs.database.read(storedJobs);
    this.#jobs = new Map(jobs.map((job) => [job.id, keptOf(job)]));
    this.#lastId = lastId;
  }

  /**
   * Ends the jobs that ran when the program ended, and removes files that belong to no job. Call it before the first
   * call of a window.
   */
  async clearLeftovers(): Promise<void> {
    const all = [...this.#jobs.values()];
    for (const kept of all) kept.fileIsGone = kept.job.file !== null && !this.#folder.hasWhole(kept.job);
    this.#folder.removeOthers(
      all.filter(({ job, fileIsGone }) => job.file && !fileIsGone).map(({ job }) => job),
    );
    for (const kept of all.filter(isRunning)) {
      const { code, data } = interruptionOf(kept);
      kept.job = this.#endOf(kept, { state: 'failed', refusal: { code, data } });
      this.#unsaved.add(kept);
    }
    await this.#saveUnsaved();
  }

  /**
   * Starts a job for a person and returns immediately. In a unit of work it is stored with that unit and runs once the
   * unit is committed; elsewhere {@link saved} must follow.
   * @throws JOB_RUNNING while the person has a running job of this kind.
   */
  start(ctx: Ctx, { kind, label, total }: JobStart, work: JobWork): Job {
    if (this.#of(ctx.account.id).some((kept) => kept.job.kind === kind && isRunning(kept))) {
      throw refuse('JOB_RUNNING', { kind });
    }
    this.#lastId += 1;
    const kept = keptOf({
      id: this.#lastId,
      accountId: ctx.account.id,
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
      file: null,
    });
    this.#jobs.set(kept.job.id, kept);
    kept.saved = this.#saveStart(kept);
    kept.ended = this.#outside(() => this.#run(kept, work));
    this.#needs.changes.publish('jobs');
    return shown(kept);
  }

  /** The same job once its start is on disk, for the answer of a call. @throws if it cannot be stored; it is then gone */
  async saved(job: Job): Promise<Job> {
    await this.#jobs.get(job.id)?.saved;
    return job;
  }

  /** The signed-in person's jobs, newest first. */
  list(ctx: Ctx): Job[] {
    return this.#of(ctx.account.id).map(shown).reverse();
  }

  /** Asks a job to stop; it ends at the next point where it can. @throws NOT_FOUND */
  cancel(ctx: Ctx, id: number): void {
    this.#find(ctx, id).stopping.abort();
  }

  /** A part of a job's file from an offset in bytes on. @throws NOT_FOUND */
  file(ctx: Ctx, { id, offset }: { id: number; offset: number }) {
    const kept = this.#find(ctx, id);
    const { file } = kept.job;
    if (!file || kept.fileIsGone) throw refuse('NOT_FOUND', { what: 'file' });
    const part = this.#folder.readPart(kept.job, offset);
    if (part) return { fileName: file.fileName, mediaType: file.mediaType, ...part };
    kept.fileIsGone = true;
    this.#needs.changes.publish('jobs');
    throw refuse('NOT_FOUND', { what: 'file' });
  }

  /** Removes an ended job and its file. @throws NOT_FOUND, JOB_RUNNING */
  async dismiss(ctx: Ctx, id: number): Promise<void> {
    const kept = this.#find(ctx, id);
    if (isRunning(kept)) throw refuse('JOB_RUNNING', { kind: kept.job.kind });
    const { writes } = this.#needs.database;
    await writes.run((tx) => {
      this.#writes.in(tx).remove.run(id);
      writes.afterCommit(() => this.#forget(kept));
    });
    this.#needs.changes.publish('jobs');
  }

  /** Stops all jobs because the program ends, and waits until they have ended. */
  async close(): Promise<void> {
    const all = [...this.#jobs.values()];
    for (const kept of all) kept.stopping.abort(interruptionOf(kept));
    await Promise.all(all.map(({ ended }) => ended));
    clearTimeout(this.#telling);
    await this.#saveUnsaved();
  }

  /** Stores a new job. Rejects if it cannot be stored, or if the unit of work that it joined fails. */
  #saveStart({ job }: KeptJob): Promise<void> {
    const { writes } = this.#needs.database;
    return new Promise((resolve, reject) => {
      if (writes.isInUnit) {
        writes.afterRollback(() => reject(new Error('The unit of work that started the job failed')));
      }
      const saving = writes.run((tx) => {
        this.#writes.in(tx).save(job);
        writes.afterCommit(resolve);
      });
      saving.catch(reject);
    });
  }

  async #run(kept: KeptJob, work: JobWork): Promise<void> {
    const { changes, log } = this.#needs;
    try {
      await kept.saved;
    } catch {
      // The call that started it fails with the reason.
      this.#jobs.delete(kept.job.id);
      changes.publish('jobs');
      return;
    }
    try {
      // The person who started it gets their answer first.
      await nextTurn();
      kept.stopping.signal.throwIfAborted();
      const { summary = {}, breaks = [] } = await work(this.#runOf(kept));
      if (!kept.end) {
        const file = (await kept.file?.finish()) ?? null;
        await this.#saveEnd(kept, this.#endOf(kept, { state: 'done', summary, breaks, file }));
      }
    } catch (error) {
      if (kept.end) log.error({ err: error, job: kept.job.kind }, 'a job failed after its end was stored');
      else await this.#fail(kept, error);
    }
    if (kept.end) kept.job = kept.end;
    changes.publish('jobs');
  }

  #runOf(kept: KeptJob): JobRun {
    const { job, stopping } = kept;
    return {
      signal: stopping.signal,
      progress: (done, total = job.total ?? undefined) => {
        job.done = done;
        job.total = total ?? null;
        this.#notifySoon();
      },
      openFile: (fileName, mediaType) => {
        kept.file = new JobFile(fileName, mediaType, this.#folder.placeForWriting(job));
        return kept.file;
      },
      endIn: (tx, { summary = {}, breaks = [] }) => {
        this.#writeEnd(tx, kept, this.#endOf(kept, { state: 'done', summary, breaks }));
      },
    };
  }

  /** Removes the file of a job that failed or was stopped, and stores its end, at the latest with that of the next job. */
  async #fail(kept: KeptJob, error: unknown): Promise<void> {
    const { log } = this.#needs;
    const end = this.#endOf(kept, this.#failure(kept, error));
    try {
      kept.file?.remove();
    } catch (err) {
      log.warn({ err }, 'the file of a job could not be removed');
    }
    try {
      await this.#saveEnd(kept, end);
    } catch (err) {
      log.warn({ err, job: end.kind }, 'the end of a job could not be stored');
      kept.job = end;
      this.#unsaved.add(kept);
    }
  }

  #failure({ job, stopping: { signal } }: KeptJob, error: unknown): Pick<Job, 'state' | 'refusal'> {
    if (signal.aborted && !isInterruption(signal)) return { state: 'cancelled', refusal: null };
    const { log, database } = this.#needs;
    const { code, data } = plainFailure(signal.aborted ? signal.reason : error, `job ${job.kind}`, {
      log,
      damage: database.damage,
    });
    return { state: 'failed', refusal: { code, data: data as Record<string, unknown> } };
  }

  #endOf({ job }: KeptJob, outcome: Partial<JobRecord>): JobRecord {
    return { ...job, ...outcome, endedAt: this.#needs.clock() };
  }

  async #saveEnd(kept: KeptJob, end: JobRecord): Promise<void> {
    await this.#needs.database.writes.run((tx) => this.#writeEnd(tx, kept, end));
  }

  /** Stores the end of a job, and removes the person's oldest jobs beyond those that are kept. */
  #writeEnd(tx: Tx, kept: KeptJob, end: JobRecord): void {
    const { save, remove } = this.#writes.in(tx);
    save(end);
    const others = this.#of(end.accountId).filter((one) => one !== kept && !isRunning(one));
    const oldest = others.slice(0, Math.max(0, others.length - (KEPT_EACH - 1)));
    for (const { job } of oldest) remove.run(job.id);
    this.#needs.database.writes.afterCommit(() => {
      kept.end = end;
      this.#unsaved.delete(kept);
      for (const one of oldest) this.#forget(one);
    });
  }

  async #saveUnsaved(): Promise<void> {
    if (this.#unsaved.size === 0) return;
    const { database, log } = this.#needs;
    try {
      await database.writes.run((tx) => {
        for (const kept of this.#unsaved) this.#writeEnd(tx, kept, kept.job);
      });
    } catch (err) {
      log.warn({ err }, 'the ends of jobs could not be stored');
    }
  }

  #notifySoon(): void {
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      this.#needs.changes.publish('jobs');
    }, TELL_EVERY_MS);
  }

  #of(accountId: number): KeptJob[] {
    return [...this.#jobs.values()].filter(({ job }) => job.accountId === accountId);
  }

  /** A job of the signed-in person; another person's job is treated like one that does not exist. */
  #find(ctx: Ctx, id: number): KeptJob {
    const kept = this.#jobs.get(id);
    if (kept?.job.accountId !== ctx.account.id) throw refuse('NOT_FOUND', { what: 'job' });
    return kept;
  }

  #forget(kept: KeptJob): void {
    this.#jobs.delete(kept.job.id);
    this.#unsaved.delete(kept);
    this.#folder.remove(kept.job);
  }
}

/** Whether a job is to stop because the program ends, and not because the person wants it. */
export function isInterruption({ reason }: AbortSignal): boolean {
  return reason instanceof ORPCError && reason.code === 'JOB_INTERRUPTED';
}

function interruptionOf({ job: { kind } }: KeptJob) {
  return refuse('JOB_INTERRUPTED', { kind });
}

function isRunning({ job }: KeptJob): boolean {
  return job.state === 'running';
}

function keptOf(job: JobRecord): KeptJob {
  const done = Promise.resolve();
  return { job, fileIsGone: false, stopping: new AbortController(), saved: done, ended: done };
}

/** A job as its person sees it. */
function shown({ job: { accountId: _, file, ...job }, fileIsGone }: KeptJob): Job {
  return { ...job, hasFile: file !== null && !fileIsGone, fileIsGone };
}
