import type { ChangeFeed } from '#main/platform/change-feed';
import type { Tx } from '#main/platform/work/connections';
import type { WriteQueue } from '#main/platform/work/write-queue';
import type { SessionUse, SessionUses } from './session-uses';

interface Parts {
  writes: WriteQueue;
  changes: ChangeFeed;
  uses: SessionUses;
}

/**
 * Locks a session, on request or automatically when none of its windows was used for the configured time. A locked
 * session keeps its ticket and is notified of changes, but can only be unlocked, taken over or signed out.
 */
export class SessionLockService {
  readonly #parts: Parts;
  readonly #setLock;
  readonly #setUsed;
  readonly #setPassword;

  constructor(tx: Tx, parts: Parts) {
    this.#parts = parts;
    this.#setLock = tx.prepare<[number | null, number]>('UPDATE session SET locked_at = ? WHERE id = ?');
    this.#setUsed = tx.prepare<[number, number]>('UPDATE session SET last_used_at = ? WHERE id = ?');
    this.#setPassword = tx.prepare<[number, number]>('UPDATE session SET password_at = ? WHERE id = ?');
  }

  /** Locks a session until its person unlocks it. */
  lock(sessionId: number, now: number): void {
    this.#setLock.run(now, sessionId);
    this.#remember(sessionId, { lockedAt: now, activeAt: now });
  }

  /**
   * Unlocks a session.
   * @param byPassword whether its person gave the password, so that their PIN is accepted at this till from now on
   */
  unlock(sessionId: number, now: number, byPassword: boolean): void {
    this.#setLock.run(null, sessionId);
    this.keepActivity(sessionId, now);
    if (byPassword) this.#setPassword.run(now, sessionId);
    this.#remember(sessionId, { lockedAt: null, activeAt: now });
  }

  /** Stores on disk that a person uses a window of a session. */
  keepActivity(sessionId: number, now: number): void {
    this.#setUsed.run(now, sessionId);
  }

  #remember(sessionId: number, use: SessionUse): void {
    const { writes, changes, uses } = this.#parts;
    writes.afterCommit(() => uses.set(sessionId, use));
    changes.publish('session');
  }
}
