import { ORPCError } from '@orpc/server';
import pLimit, { type LimitFunction } from 'p-limit';
import type { AuditService } from '#main/features/audit/index';
import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { Database } from '#main/platform/database/database';
import type { Person } from '#shared/contract/common';
import type { SignInAlert } from '#shared/contract/people';
import { refuse } from '#shared/contract/refusals';
import { TryLimitQueries } from './try-limit.queries';

/** One try to prove who one is. */
interface Try {
  /** The secret that failures are counted for: one person's PIN or password at one device, for example. */
  subject: string;
  /** A wider subject, for which failures of many names at a device are counted together. */
  device?: string;
  /** Whose secret it is, where that is known. */
  account?: Person | undefined;
  /** The call that was made, for the audit trail. */
  call: string;
  now: number;
  /** Whether nobody is signed in: such tries are made one after another, so that they cannot keep others waiting. */
  isOpen?: boolean;
  /** Whether the right secret passes even during a wait: for codes that cannot be guessed. */
  rightAlwaysPasses?: boolean;
  /** Other subjects whose failures the right secret forgets: a password lifts the wait of a PIN. */
  lifts?: readonly string[];
}

/** Something that may only be done so often, whether it succeeds or not. */
export interface Use {
  subject: string;
  now: number;
  atMost: number;
  withinMs: number;
}

interface Needs {
  database: Database;
  settings: SettingsService;
  audit: AuditService;
  changes: ChangeFeed;
}

const SECOND_MS = 1000;
const HOUR_MS = 3600 * SECOND_MS;
const DAY_MS = 24 * HOUR_MS;
/** The wait doubles with each further wrong try, up to this, or to what the store sets for the first. */
const LONGEST_WAIT_MS = HOUR_MS;
/** How many names may be tried wrong at a device, in multiples of what one may. */
const NAMES_AT_A_DEVICE = 10;
/** Managers are alerted of so many wrong tries for one person within a day; of names that nobody has, of more. */
const ALERT_AT_FAILURES = 20;
/** How many tries of people who are not signed in may wait for their turn. */
const OPEN_TRIES_WAITING = 20;

/**
 * Limits guessing. After so many wrong tries (`signInTries`) the subject has to wait, and longer after each further
 * one; failures are forgotten after a day, or with the right secret. They are on disk before they are answered.
 */
export class TryLimitService {
  readonly #needs: Needs;
  readonly #queries: TryLimitQueries;
  /** Tries for one subject are made one after another, so that many at once gain nothing. */
  readonly #lanes = new Map<string, LimitFunction>();
  readonly #openLane = pLimit(1);

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#queries = new TryLimitQueries(needs.database.handle);
  }

  /**
   * Counts what may only be done so often, in a unit of work of its own.
   * @throws TOO_MANY_TRIES.
   */
  async use({ subject, now, atMost, withinMs }: Use): Promise<void> {
    await this.#needs.database.writes.run(() => {
      const { failures, lastAt } = this.#queries.count(subject, now - withinMs, now);
      if (failures >= atMost) throw tooMany((lastAt ?? now) + withinMs - now);
      this.#queries.insert({ subject, accountId: null, now });
    });
  }

  /**
   * Runs a check, outside any unit of work, unless its subject has to wait. A refusal that the check throws counts
   * as a failure.
   * @param check gets the number of tries that are left once it has failed.
   * @throws TOO_MANY_TRIES, or what the check threw.
   */
  async attempt<T>(tried: Try, check: (triesLeft: number) => Promise<T>): Promise<T> {
    if (!tried.isOpen) return this.#inLane(tried.subject, () => this.#try(tried, check));
    if (this.#openLane.pendingCount >= OPEN_TRIES_WAITING) throw tooMany(SECOND_MS);
    return this.#openLane(() => this.#inLane(tried.subject, () => this.#try(tried, check)));
  }

  /** Forgets every failure about a person, in the running unit of work: a new PIN or password lifts all waits. */
  liftAll(accountId: number): void {
    this.#queries.clearAccount(accountId);
  }

  /** The alerts about many wrong tries that nobody has dismissed, newest first. */
  alerts(): SignInAlert[] {
    return this.#queries.openAlerts();
  }

  /** Dismisses an alert, in the running unit of work. @throws NOT_FOUND */
  dismissAlert(ctx: Ctx, id: number): void {
    if (!this.#queries.dismiss(id, ctx.account.id, ctx.now)) throw refuse('NOT_FOUND', { what: 'alert' });
    this.#needs.audit.record(ctx, {
      entity: 'sign-in',
      entityId: null,
      label: '',
      after: { alertDismissed: id },
    });
    this.#needs.changes.publish('people');
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

  async #try<T>(tried: Try, check: (triesLeft: number) => Promise<T>): Promise<T> {
    const { subject, now, rightAlwaysPasses = false } = tried;
    const waitMs = this.#waitMs(subject, now);
    if (waitMs > 0 && !rightAlwaysPasses) throw tooMany(waitMs);
    const triesLeft = Math.max(0, this.#tries - this.#failures(subject, now).failures - 1);
    try {
      const proven = await check(triesLeft);
      await this.#succeeded(tried);
      return proven;
    } catch (error) {
      if (!(error instanceof ORPCError)) throw error;
      const deviceWaitMs = tried.device === undefined ? 0 : this.#deviceWaitMs(tried.device, now);
      if (waitMs === 0) await this.#failed(tried, triesLeft, deviceWaitMs);
      // During a wait, known and unknown names are told the same.
      if (waitMs > 0 || deviceWaitMs > 0) throw tooMany(Math.max(waitMs, deviceWaitMs));
      throw error;
    }
  }

  get #tries(): number {
    return this.#needs.settings.tryLimits.signInTries;
  }

  #failures(subject: string, now: number) {
    return this.#queries.count(subject, now - DAY_MS, now);
  }

  /** How long a subject still has to wait, 0 for not at all. */
  #waitMs(subject: string, now: number, tries = this.#tries): number {
    const { failures, lastAt } = this.#failures(subject, now);
    if (lastAt === null || failures < tries) return 0;
    return Math.max(0, lastAt + this.#wholeWaitMs(failures - tries) - now);
  }

  #wholeWaitMs(furtherFailures: number): number {
    const firstMs = this.#needs.settings.tryLimits.signInWaitSeconds * SECOND_MS;
    return Math.min(firstMs * 2 ** furtherFailures, Math.max(firstMs, LONGEST_WAIT_MS));
  }

  #deviceWaitMs(device: string, now: number): number {
    return this.#waitMs(device, now, this.#tries * NAMES_AT_A_DEVICE);
  }

  async #succeeded({ subject, lifts = [], now }: Try): Promise<void> {
    const cleared = [subject, ...lifts].filter((one) => this.#failures(one, now).failures > 0);
    if (cleared.length === 0) return;
    await this.#needs.database.writes.run(() => {
      for (const one of cleared) this.#queries.clear(one);
    });
  }

  async #failed(tried: Try, triesLeft: number, deviceWaitMs: number): Promise<void> {
    const { subject, device, account, now } = tried;
    const accountId = account?.id ?? null;
    await this.#needs.database.writes.run(() => {
      this.#queries.forgetBefore(now - 2 * DAY_MS);
      // While many names wait together, made-up ones leave no rows.
      if (accountId === null && deviceWaitMs > 0) return;
      this.#queries.insert({ subject, accountId, now });
      if (device !== undefined) this.#queries.insert({ subject: device, accountId: null, now });
      if (triesLeft === 0) this.#auditWait(tried);
      this.#alertOfMany(tried);
    });
  }

  #auditWait({ subject, account, call, now }: Try): void {
    this.#needs.audit.recordUnsigned(now, call, {
      entity: 'sign-in',
      entityId: account?.id ?? null,
      label: account?.name ?? '',
      after: { waitSeconds: Math.ceil(this.#waitMs(subject, now) / SECOND_MS) },
    });
  }

  #alertOfMany({ account, device, now }: Try): void {
    const accountId = account?.id ?? null;
    const since = now - DAY_MS;
    if (accountId !== null)
      this.#alert(accountId, this.#queries.failuresOf(accountId, since), ALERT_AT_FAILURES, now);
    else if (device !== undefined) {
      const { failures } = this.#failures(device, now);
      this.#alert(null, failures, this.#tries * NAMES_AT_A_DEVICE, now);
    }
  }

  /** Once within a day for each person. */
  #alert(accountId: number | null, failures: number, atFailures: number, now: number): void {
    const last = this.#queries.lastAlert(accountId);
    if (failures < atFailures || (last !== null && last > now - DAY_MS && last <= now)) return;
    this.#queries.raise(accountId, failures, now);
    this.#needs.changes.publish('people');
  }
}

function tooMany(waitMs: number) {
  return refuse('TOO_MANY_TRIES', { waitSeconds: Math.max(1, Math.ceil(waitMs / SECOND_MS)) });
}
