import type { SettingsService } from '#main/features/settings/index';
import { type RefusalData, refuse } from '#shared/contract/refusals';
import { DAY_MS, HOUR_MS, SECOND_MS } from '#shared/kernel/time';
import type { TryLimitReads } from './try-limit.queries';

/** The wait doubles with each further wrong attempt, up to this or the store's first wait, whichever is longer. */
const LONGEST_WAIT_MS = HOUR_MS;
/** The limit of wrong attempts for all names at a device, in multiples of the limit for one name. */
const NAMES_AT_A_DEVICE = 10;

/** What remains after a wrong attempt: more attempts, or a wait. */
export type FailedTry = RefusalData<'SIGN_IN_WRONG'>;

/** The number of wrong attempts left, and the wait once there are none. */
export class TryWaits {
  readonly #reads: TryLimitReads;
  readonly #settings: SettingsService;

  constructor(reads: TryLimitReads, settings: SettingsService) {
    this.#reads = reads;
    this.#settings = settings;
  }

  /** What remains after one more wrong attempt. */
  afterOneMore(subject: string, now: number): FailedTry {
    const further = this.failuresOf(subject, now) + 1 - this.#tries;
    return further < 0
      ? { triesLeft: -further, waitSeconds: 0 }
      : { triesLeft: 0, waitSeconds: wholeSeconds(this.#wholeWaitMs(further)) };
  }

  /** The failures counted for a subject: those of the last day. */
  failuresOf(subject: string, now: number): number {
    return this.#count(subject, now).failures;
  }

  /** How long a subject still has to wait, 0 for no wait. */
  waitMs(subject: string, now: number): number {
    return this.#waitMs(subject, now, this.#tries);
  }

  /** How long a device at which many names were tried still has to wait, 0 for no wait. */
  deviceWaitMs(device: string, now: number): number {
    return this.#waitMs(device, now, this.triesAtADevice);
  }

  /** The number of wrong attempts of any names that a device may make. */
  get triesAtADevice(): number {
    return this.#tries * NAMES_AT_A_DEVICE;
  }

  get #tries(): number {
    return this.#settings.tryLimits.signInTries;
  }

  #count(subject: string, now: number) {
    return this.#reads.count(subject, now - DAY_MS, now);
  }

  #waitMs(subject: string, now: number, tries: number): number {
    const { failures, lastAt } = this.#count(subject, now);
    if (lastAt === null || failures < tries) return 0;
    return Math.max(0, lastAt + this.#wholeWaitMs(failures - tries) - now);
  }

  #wholeWaitMs(furtherFailures: number): number {
    const firstMs = this.#settings.tryLimits.signInWaitSeconds * SECOND_MS;
    return Math.min(firstMs * 2 ** furtherFailures, Math.max(firstMs, LONGEST_WAIT_MS));
  }
}

/** The refusal for a person who still has to wait. */
export function tooMany(waitMs: number) {
  return refuse('TOO_MANY_TRIES', { waitSeconds: wholeSeconds(waitMs) });
}

function wholeSeconds(waitMs: number): number {
  return Math.max(1, Math.ceil(waitMs / SECOND_MS));
}
