const MINUTE_MS = 60_000;
/** The store locks so much later than the last activity it was told of, since windows tell it late. */
const GRACE_MS = 30_000;
const ASK_EVERY_MS = 15_000;

interface IdleWatchNeeds {
  /** 0: the session never locks by itself. */
  lockAfterMinutes: number;
  /** Tells the store that someone uses this window. */
  tell: () => void;
  /** Asks the store whether the session is locked by now. */
  ask: () => void;
}

/**
 * Decides when a window tells the store that someone uses it, and when it asks whether the session has locked. It
 * tells at the first touch, and then at most once per quarter of the time to the lock, or per minute. When nobody
 * touched it for as long as the store waits, it asks until someone does: another window may still be in use.
 * It has no clock and no timer: times are milliseconds of one clock that is given to each call.
 */
export class IdleWatch {
  readonly #needs: IdleWatchNeeds;
  readonly #tellEveryMs: number;
  readonly #lockAfterMs: number;
  #touchedAt: number;
  #isUntold = false;
  #toldAt = Number.NEGATIVE_INFINITY;
  #askedAt = Number.NEGATIVE_INFINITY;

  /** @param now when the window was opened or unlocked */
  constructor(needs: IdleWatchNeeds, now: number) {
    this.#needs = needs;
    this.#lockAfterMs = needs.lockAfterMinutes * MINUTE_MS;
    this.#tellEveryMs = Math.min(MINUTE_MS, this.#lockAfterMs / 4);
    this.#touchedAt = now;
  }

  /** Someone touched the window, typed or scanned. */
  touch(now: number): void {
    this.#touchedAt = now;
    this.#isUntold = true;
    this.#tellIfDue(now);
  }

  /** To be called every few seconds. */
  look(now: number): void {
    if (this.#needs.lockAfterMinutes === 0) return;
    this.#tellIfDue(now);
    const isIdle = now - this.#touchedAt > this.#lockAfterMs + GRACE_MS;
    if (!isIdle || now - this.#askedAt < ASK_EVERY_MS) return;
    this.#askedAt = now;
    this.#needs.ask();
  }

  #tellIfDue(now: number): void {
    if (this.#needs.lockAfterMinutes === 0 || !this.#isUntold || now - this.#toldAt < this.#tellEveryMs)
      return;
    this.#isUntold = false;
    this.#toldAt = now;
    this.#needs.tell();
  }
}
