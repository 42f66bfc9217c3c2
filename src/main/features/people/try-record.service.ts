import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Tx } from '#main/platform/work/connections';
import type { Person } from '#shared/contract/common';
import { refuse } from '#shared/contract/refusals';
import { DAY_MS, SECOND_MS } from '#shared/kernel/time';
import { TryLimitReads, TryLimitWrites } from './try-limit.queries';
import { TryWaits, tooMany } from './try-waits';

/** The record of an attempt to prove one's identity. */
export interface RecordedTry {
  /** What failures are counted for, for example one person's PIN or password at one device. */
  subject: string;
  /** A wider subject that counts the failures of many names at a device together. */
  device?: string;
  /** The person whose secret it is, if known. */
  account?: Person | undefined;
  /** The call that was made, for the store log. */
  call: string;
  now: number;
}

/** An action whose number is limited, whether it succeeds or not. */
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

/** Managers are alerted of this many wrong attempts for one person within a day; for unknown names, of more. */
const ALERT_AT_FAILURES = 20;

/** Records wrong attempts, clears them, and alerts managers of many. */
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

  /** Counts an action whose number is limited. @throws TOO_MANY_TRIES. */
  use({ subject, now, atMost, withinMs }: Use): void {
    const { failures, lastAt } = this.#reads.count(subject, now - withinMs, now);
    if (failures >= atMost) throw tooMany((lastAt ?? now) + withinMs - now);
    this.#writes.insert({ subject, accountId: null, now });
  }

  /**
   * Records a wrong attempt.
   * @param triesLeft the number of attempts left after it
   * @param deviceWaitMs how long its device already has to wait, 0 for no wait
   */
  failed(tried: RecordedTry, triesLeft: number, deviceWaitMs: number): void {
    const { subject, device, account, now } = tried;
    const accountId = account?.id ?? null;
    this.#writes.forgetBefore(now - 2 * DAY_MS);
    // While a device has to wait because of many names, unknown names leave no rows.
    if (accountId === null && deviceWaitMs > 0) return;
    this.#writes.insert({ subject, accountId, now });
    if (device !== undefined) this.#writes.insert({ subject: device, accountId: null, now });
    if (triesLeft === 0) this.#auditWait(tried);
    this.#alertOfMany(tried);
  }

  /** Clears the failures of some subjects, after the right secret. */
  forget(subjects: readonly string[]): void {
    for (const one of subjects) this.#writes.clear(one);
  }

  /** Clears all failures of a person: a new PIN or password ends all waits. */
  liftAll(accountId: number): void {
    this.#writes.clearAccount(accountId);
  }

  /** Dismisses an alert about many wrong attempts. @throws NOT_FOUND */
  dismissAlert(ctx: Ctx, id: number): void {
    const { audit } = this.#parts;
    if (!this.#writes.dismiss(id, ctx.account.id, ctx.now)) throw refuse('NOT_FOUND', { what: 'alert' });
    audit.record(ctx, { entity: 'sign-in', entityId: null, label: '', after: { alertDismissed: id } });
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

  /** Raises at most one alert a day for each person. */
  #alert(accountId: number | null, failures: number, atFailures: number, now: number): void {
    const last = this.#reads.lastAlert(accountId);
    if (failures < atFailures || (last !== null && last > now - DAY_MS && last <= now)) return;
    this.#writes.raise(accountId, failures, now);
    this.#parts.changes.publish('people');
  }
}
