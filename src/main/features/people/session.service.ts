import { createHash, randomBytes } from 'node:crypto';
import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Database } from '#main/platform/database/database';
import type { LiveSession } from '#main/platform/rpc/procedures';
import type { Permission, Role } from '#shared/contract/common';
import { permission } from '#shared/contract/common';
import { refuse } from '#shared/contract/refusals';
import { type Grant, permissionTable } from '#shared/permissions';

export type SessionMethod = 'password' | 'pin' | 'recovery' | 'setup';
type SessionEnd = 'signed out' | 'replaced' | 'expired' | 'account changed' | 'taken over';

interface SessionRow {
  id: number;
  account_id: number;
  till_id: number;
  started_at: number;
  expires_at: number;
  ended_at: number | null;
  end_reason: SessionEnd | null;
  taken_over_by: string | null;
  first_name: string;
  last_name: string;
  role: Role;
  /** Whether the account is neither switched off nor deleted. */
  works: 0 | 1;
}

const HOUR_MS = 3_600_000;
/** A clock may be put right by a little; what began later than that began under a clock that was wrong. */
const CLOCK_MAY_STEP_MS = HOUR_MS;

/** Begins and ends of a session, in UTC epoch milliseconds. */
interface Span {
  startedAt: number;
  expiresAt: number;
}

/** Whether a session's time is not over: a clock that was ahead does not make it last for years. */
function isWithin({ startedAt, expiresAt }: Span, now: number): boolean {
  return now < expiresAt && startedAt - CLOCK_MAY_STEP_MS <= now;
}

/**
 * Live sessions: one a person, a new one ends the old. A token is kept only as its hash; who is behind a
 * live one is held in memory, since every call asks. Reads what is committed, so that nobody is let in or
 * shut out by a change that may yet fail.
 */
export class SessionService {
  readonly #database: Database;
  readonly #settings: SettingsService;
  readonly #changes: ChangeFeed;
  readonly #live = new Map<string, Span & { session: LiveSession }>();
  readonly #find;
  readonly #end;
  readonly #expiry;
  readonly #passwordSince;

  constructor(database: Database, settings: SettingsService, changes: ChangeFeed) {
    this.#database = database;
    this.#settings = settings;
    this.#changes = changes;
    this.#find = database.reader.prepare<[string], SessionRow>(
      `SELECT s.id, s.account_id, s.till_id, s.started_at, s.expires_at, s.ended_at, s.end_reason, a.first_name, a.last_name, a.role,
         a.active = 1 AND a.deleted_at IS NULL AS works,
         (SELECT trim(first_name || ' ' || last_name) FROM account WHERE id = s.taken_over_by_id) AS taken_over_by
       FROM session s JOIN account a ON a.id = s.account_id WHERE s.token_hash = ?`,
    );
    this.#end = database.handle.prepare<{
      accountId: number;
      reason: SessionEnd;
      takenOverById: number | null;
      now: number;
    }>(
      `UPDATE session SET ended_at = min(expires_at, @now), taken_over_by_id = @takenOverById,
         end_reason = CASE WHEN expires_at <= @now THEN 'expired' ELSE @reason END
       WHERE account_id = @accountId AND ended_at IS NULL`,
    );
    this.#expiry = database.reader
      .prepare<[number], number>('SELECT expires_at FROM session WHERE id = ?')
      .pluck();
    this.#passwordSince = database.reader
      .prepare<[number, number, number, number], number>(
        'SELECT 1 FROM session WHERE account_id = ? AND till_id = ? AND password_at BETWEEN ? AND ? LIMIT 1',
      )
      .pluck();
  }

  /**
   * Opens a session in the running unit of work, ending the one the person had.
   * @returns the token, which is kept nowhere but with the window that asked.
   */
  open(accountId: number, tillId: number, method: SessionMethod, now: number): string {
    this.end(accountId, 'replaced', now);
    const token = randomBytes(32).toString('base64url');
    this.#database.handle
      .prepare(
        `INSERT INTO session (account_id, till_id, token_hash, method, started_at, last_used_at, expires_at, password_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(
        accountId,
        tillId,
        hashOf(token),
        method,
        now,
        now,
        now + this.#settings.current.sessionHours * HOUR_MS,
        method === 'pin' ? null : now,
      );
    return token;
  }

  /**
   * Ends the session that a person has, in the running unit of work; one past its time has expired.
   * @param takenOverById who took the till over, where that is the reason
   */
  end(accountId: number, reason: SessionEnd, now: number, takenOverById: number | null = null): void {
    this.#end.run({ accountId, reason, takenOverById, now });
    this.forgetAll();
    this.#changes.publish('session');
  }

  /**
   * The live session of a token, locked or not.
   * @throws NOT_SIGNED_IN, SESSION_REPLACED, SESSION_TAKEN_OVER or SESSION_EXPIRED.
   */
  authenticate(token: string, now: number): LiveSession {
    const known = this.#live.get(token);
    if (known && isWithin(known, now)) return known.session;
    this.#live.delete(token);
    const row = this.#find.get(hashOf(token));
    if (!row) throw refuse('NOT_SIGNED_IN', {});
    if (row.end_reason === 'replaced') throw refuse('SESSION_REPLACED', { at: row.ended_at ?? now });
    if (row.end_reason === 'taken over') throw refuse('SESSION_TAKEN_OVER', { by: row.taken_over_by ?? '' });
    if (row.ended_at !== null && row.end_reason !== 'expired') throw refuse('NOT_SIGNED_IN', {});
    const span = { startedAt: row.started_at, expiresAt: row.expires_at };
    if (row.ended_at !== null || !isWithin(span, now)) throw refuse('SESSION_EXPIRED', {});
    if (row.works === 0) throw refuse('NOT_SIGNED_IN', {});
    const session = this.#sessionOf(row);
    this.#live.set(token, { ...span, session });
    return session;
  }

  /**
   * Looks everyone up anew with their next call, once the running unit of work is on disk: sessions, names,
   * roles or permissions changed.
   */
  forgetAll(): void {
    this.#database.writes.afterCommit(() => this.#live.clear());
  }

  /** The moment a live session ends by itself. */
  expiryOf(sessionId: number): number {
    return this.#expiry.get(sessionId) ?? 0;
  }

  /** Whether somebody gave their password at a till between an instant and now, so that a PIN is enough there. */
  passwordUsedSince(accountId: number, tillId: number, since: number, now: number): boolean {
    return this.#passwordSince.get(accountId, tillId, since, now + CLOCK_MAY_STEP_MS) !== undefined;
  }

  /** What a role may do in this store: the table's grants, and what the store made of them. */
  grantsOf(role: Role): Map<Permission, Grant> {
    const grants = new Map<Permission, Grant>(
      permission.options.map((one) => [one, permissionTable[one][role]]),
    );
    const changed = this.#database.reader
      .prepare<[string], { permission: Permission; grant_kind: Grant }>(
        'SELECT permission, grant_kind FROM role_permission WHERE role = ?',
      )
      .all(role);
    for (const { permission: one, grant_kind } of changed) grants.set(one, grant_kind);
    return grants;
  }

  #sessionOf(row: SessionRow): LiveSession {
    const grants = [...this.grantsOf(row.role)];
    return {
      account: { id: row.account_id, name: `${row.first_name} ${row.last_name}`.trim(), role: row.role },
      sessionId: row.id,
      tillId: row.till_id,
      permissions: new Set(grants.filter(([, grant]) => grant === 'yes').map(([one]) => one)),
      withApproval: new Set(grants.filter(([, grant]) => grant === 'approval').map(([one]) => one)),
    };
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
