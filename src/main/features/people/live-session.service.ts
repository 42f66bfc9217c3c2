import { nameOfAccount } from '#main/platform/database/person-name';
import type { LiveSession } from '#main/platform/rpc/procedures';
import type { Connection } from '#main/platform/work/connections';
import type { Role } from '#shared/contract/common';
import { refuse } from '#shared/contract/refusals';
import { HOUR_MS } from '#shared/kernel/time';
import type { GrantService } from './grant.service';
import { hashOfToken } from './session-token';

export type SessionEnd = 'signed out' | 'replaced' | 'expired' | 'account changed' | 'taken over';

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
  /** 1 if the account is neither deactivated nor deleted. */
  works: 0 | 1;
}

/** Clock corrections up to this are tolerated; a session that starts later than that was opened under a wrong clock. */
const CLOCK_MAY_STEP_MS = HOUR_MS;

/** Start and end of a session, in UTC epoch milliseconds. */
interface Span {
  startedAt: number;
  expiresAt: number;
}

/** Live sessions by token, cached in memory because every call needs them. */
export type LiveSessions = Map<string, Span & { session: LiveSession }>;

interface Parts {
  grants: GrantService;
  /** Shared by both connections. */
  live: LiveSessions;
}

/**
 * Live sessions by their tokens. Call it outside a unit of work, or at the start of one before it changes anything: the
 * cache then holds only committed data, and no one is admitted or rejected by a change that may still fail.
 */
export class LiveSessionService {
  readonly #grants: GrantService;
  readonly #live: LiveSessions;
  readonly #find;
  readonly #expiry;
  readonly #passwordSince;

  constructor(connection: Connection, { grants, live }: Parts) {
    this.#grants = grants;
    this.#live = live;
    this.#find = connection.prepare<[string], SessionRow>(
      `SELECT s.id, s.account_id, s.till_id, s.started_at, s.expires_at, s.ended_at, s.end_reason, a.first_name, a.last_name, a.role,
         a.active = 1 AND a.deleted_at IS NULL AS works,
         ${nameOfAccount('s.taken_over_by_id')} AS taken_over_by
       FROM session s JOIN account a ON a.id = s.account_id WHERE s.token_hash = ?`,
    );
    this.#expiry = connection
      .prepare<[number], number>('SELECT expires_at FROM session WHERE id = ?')
      .pluck();
    this.#passwordSince = connection
      .prepare<[number, number, number, number], number>(
        'SELECT 1 FROM session WHERE account_id = ? AND till_id = ? AND password_at BETWEEN ? AND ? LIMIT 1',
      )
      .pluck();
  }

  /**
   * The live session for a token, locked or not.
   * @throws NOT_SIGNED_IN, SESSION_REPLACED, SESSION_TAKEN_OVER or SESSION_EXPIRED.
   */
  authenticate(token: string, now: number): LiveSession {
    const known = this.#live.get(token);
    if (known && isWithin(known, now)) return known.session;
    this.#live.delete(token);
    const row = this.#find.get(hashOfToken(token));
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

  /** The instant at which a live session expires. */
  expiryOf(sessionId: number): number {
    return this.#expiry.get(sessionId) ?? 0;
  }

  /** Whether the person used their password at a till between an instant and now, so that a PIN suffices there. */
  passwordUsedSince(accountId: number, tillId: number, since: number, now: number): boolean {
    return this.#passwordSince.get(accountId, tillId, since, now + CLOCK_MAY_STEP_MS) !== undefined;
  }

  #sessionOf(row: SessionRow): LiveSession {
    const grants = [...this.#grants.grantsOf(row.role)];
    return {
      account: { id: row.account_id, name: `${row.first_name} ${row.last_name}`.trim(), role: row.role },
      sessionId: row.id,
      tillId: row.till_id,
      permissions: new Set(grants.filter(([, grant]) => grant === 'yes').map(([one]) => one)),
      withApproval: new Set(grants.filter(([, grant]) => grant === 'approval').map(([one]) => one)),
    };
  }
}

/** Whether a session is within its time: a clock that was ahead does not make it last for years. */
function isWithin({ startedAt, expiresAt }: Span, now: number): boolean {
  return now < expiresAt && startedAt - CLOCK_MAY_STEP_MS <= now;
}
