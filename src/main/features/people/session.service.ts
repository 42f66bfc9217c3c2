import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Tx } from '#main/platform/work/connections';
import type { WriteQueue } from '#main/platform/work/write-queue';
import { HOUR_MS } from '#shared/kernel/time';
import type { LiveSessions, SessionEnd } from './live-session.service';
import { hashOfToken, makeToken } from './session-token';

export type SessionMethod = 'password' | 'pin' | 'recovery' | 'setup';

interface NewSession {
  accountId: number;
  tillId: number;
  tokenHash: string;
  method: SessionMethod;
  now: number;
  expiresAt: number;
  passwordAt: number | null;
}

interface Ending {
  accountId: number;
  reason: SessionEnd;
  takenOverById: number | null;
  now: number;
}

interface Parts {
  writes: WriteQueue;
  settings: SettingsService;
  changes: ChangeFeed;
  live: LiveSessions;
}

/** Opens and ends sessions: each person has at most one, and a new session ends the previous one. */
export class SessionService {
  readonly #parts: Parts;
  readonly #insert;
  readonly #end;

  constructor(tx: Tx, parts: Parts) {
    this.#parts = parts;
    this.#insert = tx.prepare<[NewSession]>(
      `INSERT INTO session (account_id, till_id, token_hash, method, started_at, last_used_at, expires_at, password_at)
       VALUES (@accountId, @tillId, @tokenHash, @method, @now, @now, @expiresAt, @passwordAt)`,
    );
    this.#end = tx.prepare<[Ending]>(
      `UPDATE session SET ended_at = min(expires_at, @now), taken_over_by_id = @takenOverById,
         end_reason = CASE WHEN expires_at <= @now THEN 'expired' ELSE @reason END
       WHERE account_id = @accountId AND ended_at IS NULL`,
    );
  }

  /**
   * Opens a session and ends the person's previous one.
   * @returns the token, which only the calling window keeps.
   */
  open(accountId: number, tillId: number, method: SessionMethod, now: number): string {
    this.end(accountId, 'replaced', now);
    const token = makeToken();
    this.#insert.run({
      accountId,
      tillId,
      tokenHash: hashOfToken(token),
      method,
      now,
      expiresAt: now + this.#parts.settings.current.sessionHours * HOUR_MS,
      passwordAt: method === 'pin' ? null : now,
    });
    return token;
  }

  /**
   * Ends a person's session; one past its time counts as expired.
   * @param takenOverById the person who took over the till, if that is the reason
   */
  end(accountId: number, reason: SessionEnd, now: number, takenOverById: number | null = null): void {
    this.#end.run({ accountId, reason, takenOverById, now });
    this.forgetAll();
    this.#parts.changes.publish('session');
  }

  /**
   * Clears the cache of sessions once the unit of work is committed, so that the next call reloads them: sessions,
   * names, roles or permissions changed.
   */
  forgetAll(): void {
    const { writes, live } = this.#parts;
    writes.afterCommit(() => live.clear());
  }
}
