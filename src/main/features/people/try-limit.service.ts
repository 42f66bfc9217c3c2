import { ORPCError } from '@orpc/server';
import pLimit, { type LimitFunction } from 'p-limit';
import type { Database } from '#main/platform/database/database';
import type { InUnit, OnReader } from '#main/platform/work/connections';
import { SECOND_MS } from '#shared/kernel/time';
import type { RecordedTry, TryRecordService, Use } from './try-record.service';
import { type FailedTry, type TryWaits, tooMany } from './try-waits';

/** One attempt to prove one's identity. */
interface Try extends RecordedTry {
  /** Whether nobody is signed in: such attempts run one after another, so that they cannot delay others. */
  isOpen?: boolean;
  /** Whether the right secret is accepted even during a wait: for codes that cannot be guessed. */
  rightAlwaysPasses?: boolean;
  /** Other subjects whose failures the right secret clears: a password ends the wait for a PIN. */
  lifts?: readonly string[];
}

interface Needs {
  database: Database;
  waits: OnReader<TryWaits>;
  records: InUnit<TryRecordService>;
}

/** The number of attempts without a session that may be queued. */
const OPEN_TRIES_WAITING = 20;

/**
 * Limits guessing. After a number of wrong attempts (`signInTries`) the subject has to wait, and longer after each
 * further one. Failures are cleared after a day or by the right secret. They are on disk before the call returns.
 */
export class TryLimitService {
  readonly #needs: Needs;
  /** Attempts for one subject run one after another, so that many at once gain nothing. */
  readonly #lanes = new Map<string, LimitFunction>();
  readonly #openLane = pLimit(1);

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /**
   * Counts an action whose number is limited, in its own unit of work.
   * @throws TOO_MANY_TRIES.
   */
  async use(use: Use): Promise<void> {
    const { database, records } = this.#needs;
    await database.writes.run((tx) => records.in(tx).use(use));
  }

  /**
   * Runs a check outside any unit of work, unless its subject has to wait. A refusal that the check throws counts
   * as a failure.
   * @param check receives what remains after it fails: more attempts, or a wait.
   * @throws TOO_MANY_TRIES, or what the check threw.
   */
  async attempt<T>(tried: Try, check: (failed: FailedTry) => Promise<T>): Promise<T> {
    if (!tried.isOpen) return this.#inLane(tried.subject, () => this.#try(tried, check));
    if (this.#openLane.pendingCount >= OPEN_TRIES_WAITING) throw tooMany(SECOND_MS);
    return this.#openLane(() => this.#inLane(tried.subject, () => this.#try(tried, check)));
  }

  async #inLane<T>(subject: string, work: () => Promise<T>): Promise<T> {
    const lane = this.#lanes.get(subject) ?? pLimit(1);
    this.#lanes.set(subject, lane);
    try {
      return await lane(work);
    } finally {
      if (lane.activeCount + lane.pendingCount === 0) this.#lanes.delete(subject);
    }
  }

  async #try<T>(tried: Try, check: (failed: FailedTry) => Promise<T>): Promise<T> {
    const { subject, device, now, rightAlwaysPasses = false } = tried;
    const waitMs = this.#read((waits) => waits.waitMs(subject, now));
    if (waitMs > 0 && !rightAlwaysPasses) throw tooMany(waitMs);
    const failed = this.#read((waits) => waits.afterOneMore(subject, now));
    try {
      const proven = await check(failed);
      await this.#succeeded(tried);
      return proven;
    } catch (error) {
      if (!(error instanceof ORPCError)) throw error;
      const deviceWaitMs = device === undefined ? 0 : this.#read((waits) => waits.deviceWaitMs(device, now));
      if (waitMs === 0) await this.#failed(tried, failed.triesLeft, deviceWaitMs);
      // During a wait, known and unknown names get the same refusal.
      if (waitMs > 0 || deviceWaitMs > 0) throw tooMany(Math.max(waitMs, deviceWaitMs));
      throw error;
    }
  }

  async #succeeded({ subject, lifts = [], now }: Try): Promise<void> {
    const { database, records } = this.#needs;
    const forgotten = this.#read((waits) =>
      [subject, ...lifts].filter((one) => waits.failuresOf(one, now) > 0),
    );
    if (forgotten.length > 0) await database.writes.run((tx) => records.in(tx).forget(forgotten));
  }

  async #failed(tried: Try, triesLeft: number, deviceWaitMs: number): Promise<void> {
    const { database, records } = this.#needs;
    await database.writes.run((tx) => records.in(tx).failed(tried, triesLeft, deviceWaitMs));
  }

  #read<T>(read: (waits: TryWaits) => T): T {
    const { database, waits } = this.#needs;
    return database.read((reader) => read(waits.on(reader)));
  }
}
