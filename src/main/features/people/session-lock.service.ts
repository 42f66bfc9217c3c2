import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Database } from '#main/platform/database/database';

/** Whether a session is locked, and when a person last used a window of it. */
interface Use {
  lockedAt: number | null;
  activeAt: number;
}

const MINUTE_MS = 60_000;
/** Windows say about once a minute that they are used, and cover themselves at the minute that is set. */
const GRACE_MS = 30_000;
const MOST_SESSIONS_IN_MEMORY = 1000;

/**
 * The lock of a session: by its person, or by itself once nobody used a window of it for so long. A locked session
 * keeps its ticket and hears of changes, and can only be unlocked, taken over or signed out.
 */
export class SessionLockService {
  readonly #database: Database;
  readonly #settings: SettingsService;
  readonly #changes: ChangeFeed;
  readonly #uses = new Map<number, Use>();
  readonly #useOf;
  readonly #setLock;
  readonly #setUsed;
  readonly #setPassword;

  constructor(database: Database, settings: SettingsService, changes: ChangeFeed) {
    this.#database = database;
    this.#settings = settings;
    this.#changes = changes;
    this.#useOf = database.reader.prepare<[number], Use>(
      'SELECT locked_at AS lockedAt, last_used_at AS activeAt FROM session WHERE id = ?',
    );
    this.#setLock = database.handle.prepare<[number | null, number]>(
      'UPDATE session SET locked_at = ? WHERE id = ?',
    );
    this.#setUsed = database.handle.prepare<[number, number]>(
      'UPDATE session SET last_used_at = ? WHERE id = ?',
    );
    this.#setPassword = database.handle.prepare<[number, number]>(
      'UPDATE session SET password_at = ? WHERE id = ?',
    );
  }

  /** Whether a session was locked, or nobody used it for as long as the store allows. */
  isLocked(sessionId: number, now: number): boolean {
    const { lockedAt, activeAt } = this.#use(sessionId);
    const { lockAfterMinutes } = this.#settings.current;
    if (lockedAt !== null) return true;
    return lockAfterMinutes > 0 && now - activeAt > lockAfterMinutes * MINUTE_MS + GRACE_MS;
  }

  /** Locks a session, in the running unit of work, until its person unlocks it. */
  lock(sessionId: number, now: number): void {
    this.#setLock.run(now, sessionId);
    this.#remember(sessionId, { lockedAt: now, activeAt: now });
  }

  /**
   * Unlocks a session, in the running unit of work.
   * @param byPassword whether its person gave the password, so that their PIN works at this till from now on
   */
  unlock(sessionId: number, now: number, byPassword: boolean): void {
    this.#setLock.run(null, sessionId);
    this.#setUsed.run(now, sessionId);
    if (byPassword) this.#setPassword.run(now, sessionId);
    this.#remember(sessionId, { lockedAt: null, activeAt: now });
  }

  /** Notes that a person uses a window of a session; on disk too, so that restarting the program unlocks nothing. */
  async markActive(sessionId: number, now: number): Promise<void> {
    await this.#database.writes.run(() => this.#setUsed.run(now, sessionId));
    this.noteActivity(sessionId, now);
  }

  /** As {@link markActive}, in memory alone: for each change that a person makes. */
  noteActivity(sessionId: number, now: number): void {
    this.#use(sessionId).activeAt = now;
  }

  #use(sessionId: number): Use {
    const known = this.#uses.get(sessionId);
    if (known) return known;
    if (this.#uses.size >= MOST_SESSIONS_IN_MEMORY) this.#uses.clear();
    const use = this.#useOf.get(sessionId) ?? { lockedAt: null, activeAt: 0 };
    this.#uses.set(sessionId, use);
    return use;
  }

  #remember(sessionId: number, use: Use): void {
    this.#database.writes.afterCommit(() => this.#uses.set(sessionId, use));
    this.#changes.publish('session');
  }
}
