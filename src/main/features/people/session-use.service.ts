import type { SettingsService } from '#main/features/settings/index';
import type { Connection } from '#main/platform/work/connections';
import { MINUTE_MS } from '#shared/kernel/time';
import type { SessionUse, SessionUses } from './session-uses';

interface Parts {
  settings: SettingsService;
  /** Shared by both connections. */
  uses: SessionUses;
}

/** Windows report use about once a minute and show the lock screen at the configured minute. */
const GRACE_MS = 30_000;

/** The use of sessions, and which of them are locked. */
export class SessionUseService {
  readonly #settings: SettingsService;
  readonly #uses: SessionUses;
  readonly #find;

  constructor(connection: Connection, { settings, uses }: Parts) {
    this.#settings = settings;
    this.#uses = uses;
    this.#find = connection.prepare<[number], SessionUse>(
      'SELECT locked_at AS lockedAt, last_used_at AS activeAt FROM session WHERE id = ?',
    );
  }

  /** Whether a session was locked, or was not used for the time that the store sets. */
  isLocked(sessionId: number, now: number): boolean {
    const { lockedAt, activeAt } = this.#use(sessionId);
    const { lockAfterMinutes } = this.#settings.current;
    if (lockedAt !== null) return true;
    return lockAfterMinutes > 0 && now - activeAt > lockAfterMinutes * MINUTE_MS + GRACE_MS;
  }

  /** Records in memory that a person uses a window of a session. */
  noteActivity(sessionId: number, now: number): void {
    this.#use(sessionId).activeAt = now;
  }

  #use(sessionId: number): SessionUse {
    return this.#uses.of(sessionId, (id) => this.#find.get(id));
  }
}
