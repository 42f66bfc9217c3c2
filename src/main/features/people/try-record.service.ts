import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Tx } from '#main/platform/work/connections';
import type { Person } from '#shared/contract/common';
import { refuse } from '#shared/contract/refusals';
import { TryLimitReads, TryLimitWrites } from './try-limit.queries';
import { DAY_MS, SECOND_MS, TryWaits, tooMany } from './try-waits';

/** What is recorded of a try to prove who one is. */
export interface RecordedTry {
  /** The secret that failures are counted for: one person's PIN or password at one device, for example. */
  subject: string;
  /** A wider subject, for which failures of many names at a device are counted together. */
  device?: string;
  /** Whose secret it is, where that is known. */
  account?: Person | undefined;
  /** The call that was made, for the audit trail. */
  call: string;
  now: number;
}

/** Something that may only be done so often, whether it succeeds or not. */
export interface Use {
  subject: string;
  now: number;
  atMost: number;
  withinMs: number;
}

interface Parts {
  settings: SettingsService;
  audit: StoreLog;
  changes: ChangeFeed;
}

/** Managers are alerted of so many wrong tries for one person within a day; of names that nobody has, of more. */
const ALERT_AT_FAILURES = 20;

/** Records wrong tries, forgets them, and alerts managers of many. */
export class TryRecordService {
  readonly #parts: Parts;
  readonly #reads: TryLimitReads;
  readonly #writes: TryLimitWrites;
  readonly #waits: TryWaits;

  constructor(tx: Tx, parts: Parts) {
    this.#parts = parts;
    this.#reads = new TryLimitReads(tx);
    this.#writes = new TryLimitWrites(tx);
    this.#waits = new TryWaits(this.#reads, parts.settings);
  }

  /** Counts what may only be done so often. @throws TOO_MANY_TRIES. */
  use({ subject, now, atMost, withinMs }: Use): void {
    const { failures, lastAt } = this.#reads.count(subject, now - withinMs, now);
    if (failures >= atMost) throw tooMany((lastAt ?? now) + withinMs - now);
    this.#writes.insert({ subject, accountId: null, now });
  }

  /**
   * Records a wrong try.
   * @param triesLeft how many are left after it
   * @param deviceWaitMs how long its device has to wait already, 0 for not at all
   */
  failed(tried: RecordedTry, triesLeft: number, deviceWaitMs: number): void {
    const { subject, device, account, now } = tried;
    const accountId = account?.id ?? null;
    this.#writes.forgetBefore(now - 2 * DAY_MS);
    // While many names wait together, made-up ones leave no rows.
    if (accountId === null && deviceWaitMs > 0) return;
    this.#writes.insert({ subject, accountId, now });
    if (device !== undefined) this.#writes.insert({ subject: device, accountId: null, now });
    if (triesLeft === 0) this.#auditWait(tried);
    this.#alertOfMany(tried);
  }

  /** Forgets the failures that count for some subjects, after the right secret. */
  forget(subjects: readonly string[]): void {
    for (const one of subjects) this.#writes.clear(one);
  }

  /** Forgets every failure about a person: a new PIN or password lifts all waits. */
  liftAll(accountId: number): void {
    this.#writes.clearAccount(accountId);
  }

  /** Dismisses an alert about many wrong tries. @throws NOT_FOUND */
  dismissAlert(ctx: Ctx, id: number): void {
    const { audit, changes } = this.#parts;
    if (!this.#writes.dismiss(id, ctx.account.id, ctx.now)) throw refuse('NOT_FOUND', { what: 'alert' });
    audit.record(ctx, { entity: 'sign-in', entityId: null, label: '', after: { alertDismissed: id } });
    changes.publish('people');
  }

  #auditWait({ subject, account, call, now }: RecordedTry): void {
    this.#parts.audit.recordUnsigned(now, call, {
      entity: 'sign-in',
      entityId: account?.id ?? null,
      label: account?.name ?? '',
      after: { waitSeconds: Math.ceil(this.#waits.waitMs(subject, now) / SECOND_MS) },
    });
  }

  #alertOfMany({ account, device, now }: RecordedTry): void {
    const accountId = account?.id ?? null;
    if (accountId !== null) {
      this.#alert(accountId, this.#reads.failuresOf(accountId, now - DAY_MS), ALERT_AT_FAILURES, now);
    } else if (device !== undefined) {
      this.#alert(null, this.#waits.failuresOf(device, now), this.#waits.triesAtADevice, now);
    }
  }

  /** Once within a day for each person. */
  #alert(accountId: number | null, failures: number, atFailures: number, now: number): void {
    const last = this.#reads.lastAlert(accountId);
    if (failures < atFailures || (last !== null && last > now - DAY_MS && last <= now)) return;
    this.#writes.raise(accountId, failures, now);
    this.#parts.changes.publish('people');
  }
}
