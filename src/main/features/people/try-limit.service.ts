import { ORPCError } from '@orpc/server';
import pLimit from 'p-limit';
import type { Person } from '#shared/contract/common';
import { refuse } from '#shared/contract/refusals';
import type { Database } from '../../database/database';
import type { AuditService } from '../audit/audit.service';
import type { SettingsService } from '../stores/settings.service';
import { TryLimitQueries } from './try-limit.queries';

/** One try to prove who one is, or to learn what only a guess would ask for. */
export interface Try {
  /** What failures are counted for: a login name, a till's PINs, somebody's own password. */
  subject: string;
  /** Whose account it is about, where that is known; the audit trail names it. */
  account?: Person | undefined;
  /** The call that was made, for the audit trail. */
  call: string;
  now: number;
  /** Whether success forgets the failures before it. Not where one person's success hides another's tries. */
  successClears?: boolean;
}

interface Needs {
  database: Database;
  settings: SettingsService;
  audit: AuditService;
}

const SECOND_MS = 1000;
const DAY_MS = 24 * 60 * 60 * SECOND_MS;

/** All tries together: under it, whoever tries many names or places a little would go unseen. */
const ANYBODY = 'anybody';
const TRIES_OF_ANYBODY = 10;

/**
 * Limits guessing: after so many failures within a time, that time has to be waited out. Failures are on
 * disk before they are answered. Tries are made one after another, so that many at once gain nothing.
 */
export class TryLimitService {
  readonly #needs: Needs;
  readonly #oneAtATime = pLimit(1);
  readonly #queries: TryLimitQueries;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#queries = new TryLimitQueries(needs.database.handle);
  }

  /**
   * Counts what may only be done so often, whether it succeeds or not.
   * @throws TOO_MANY_TRIES.
   */
  async use(used: Try): Promise<void> {
    await this.#oneAtATime(async () => {
      const triesLeft = this.#triesLeft(used.subject, used.now, this.#needs.settings.current.signInTries);
      await this.#count(used, [used.subject], triesLeft - 1);
    });
  }

  /**
   * Lets a check happen, outside any unit of work, unless there were too many failures. Whatever refusal
   * it throws counts as a failure.
   * @param check gets the number of tries that are left once it has failed.
   * @throws TOO_MANY_TRIES, or what the check threw.
   */
  async attempt<T>(tried: Try, check: (triesLeft: number) => Promise<T>): Promise<T> {
    return this.#oneAtATime(async () => {
      const triesLeft = this.#triesLeft(tried.subject, tried.now, this.#needs.settings.current.signInTries);
      const triesOfAnybody = this.#needs.settings.current.signInTries * TRIES_OF_ANYBODY;
      const leftForAnybody = this.#triesLeft(ANYBODY, tried.now, triesOfAnybody);
      const leftAfter = Math.min(triesLeft, leftForAnybody) - 1;
      try {
        const proven = await check(leftAfter);
        if (tried.successClears) await this.#clear(tried);
        return proven;
      } catch (error) {
        if (error instanceof ORPCError) await this.#count(tried, [tried.subject, ANYBODY], leftAfter);
        throw error;
      }
    });
  }

  /** How many tries are left, at least one; throws TOO_MANY_TRIES with the time to wait. */
  #triesLeft(subject: string, now: number, tries: number): number {
    const waitMs = this.#needs.settings.current.signInWaitSeconds * SECOND_MS;
    const last = this.#queries.lastOf(subject, now);
    if (last === null || now - last >= waitMs) return tries;
    if (this.#queries.countBetween(subject, last - waitMs, last) >= tries) {
      throw refuse('TOO_MANY_TRIES', { waitSeconds: Math.ceil((last + waitMs - now) / SECOND_MS) });
    }
    return tries - this.#queries.countBetween(subject, now - waitMs, now);
  }

  async #count(tried: Try, subjects: string[], triesLeft: number): Promise<void> {
    const { database, audit, settings } = this.#needs;
    await database.writes.run(() => {
      this.#queries.forgetBefore(
        tried.now - Math.max(DAY_MS, settings.current.signInWaitSeconds * SECOND_MS),
      );
      for (const subject of subjects) this.#queries.insert(subject, tried.now);
      if (triesLeft > 0) return;
      audit.recordUnsigned(tried.now, tried.call, {
        entity: 'sign-in',
        entityId: tried.account?.id ?? null,
        label: tried.account?.name ?? '',
        after: { waitSeconds: settings.current.signInWaitSeconds },
      });
    });
  }

  async #clear(tried: Try): Promise<void> {
    if (this.#queries.lastOf(tried.subject, tried.now) === null) return;
    await this.#needs.database.writes.run(() => this.#queries.clear(tried.subject));
  }
}
