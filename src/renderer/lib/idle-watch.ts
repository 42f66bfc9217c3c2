const MINUTE_MS = 60_000;
/** The store locks this much later after the last reported activity, because windows report with a delay. */
const GRACE_MS = 30_000;
const ASK_EVERY_MS = 15_000;
/** A report waits until no change was made for this long, because each change tells the store that someone is here. */
const QUIET_MS = 10_000;

interface IdleWatchNeeds {
  /** 0: the session never locks by itself. */
  lockAfterMinutes: number;
  /** Reports to the store that someone uses this window. */
  report: () => void;
  /** Asks the store whether the session is now locked. */
  ask: () => void;
}

/**
 * Decides when a window reports activity to the store, and when it asks whether the session has locked. It reports
 * soon after the first touch, and then at most once per quarter of the time to the lock, or per minute if that is
 * shorter; never next to a change, which the store takes as activity itself.
 * When nobody touched the window for as long as the store waits, it asks until someone does, because another window
 * may still be in use. It has no clock and no timer: each call passes the time in milliseconds, all of one clock.
 */
export class IdleWatch {
  readonly #needs: IdleWatchNeeds;
  readonly #reportEveryMs: number;
  readonly #lockAfterMs: number;
  #touchedAt: number;
  #hasActivity = false;
  #reportedAt = Number.NEGATIVE_INFINITY;
  #askedAt = Number.NEGATIVE_INFINITY;
  #changedAt = Number.NEGATIVE_INFINITY;

  /** @param now when the window was opened or unlocked */
  constructor(needs: IdleWatchNeeds, now: number) {
    this.#needs = needs;
    this.#lockAfterMs = needs.lockAfterMinutes * MINUTE_MS;
    this.#reportEveryMs = Math.min(MINUTE_MS, this.#lockAfterMs / 4);
    this.#touchedAt = now;
  }

  /** Someone touched the window, typed or scanned. */
  touch(now: number): void {
    this.#touchedAt = now;
    this.#hasActivity = true;
  }

  /** This window asked the store for a change. */
  change(now: number): void {
    this.#changedAt = now;
  }

  /** Call this every few seconds. */
  look(now: number): void {
    if (this.#needs.lockAfterMinutes === 0) return;
    this.#reportIfDue(now);
    const isIdle = now - this.#touchedAt > this.#lockAfterMs + GRACE_MS;
    if (!isIdle || now - this.#askedAt < ASK_EVERY_MS) return;
    this.#askedAt = now;
    this.#needs.ask();
  }

  #reportIfDue(now: number): void {
    if (
      !this.#hasActivity ||
      now - this.#reportedAt < this.#reportEveryMs ||
      now - this.#changedAt < QUIET_MS
    )
      return;
    this.#hasActivity = false;
    this.#reportedAt = now;
    this.#needs.report();
  }
}
