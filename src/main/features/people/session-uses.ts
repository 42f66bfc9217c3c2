/** Whether a session is locked, and when a person last used a window of it. */
export interface SessionUse {
  lockedAt: number | null;
  activeAt: number;
}

const MOST_SESSIONS_IN_MEMORY = 1000;

/** The use of sessions, cached in memory because every call needs it. */
export class SessionUses {
  readonly #uses = new Map<number, SessionUse>();

  /** @param find reads a session that is not cached from the store */
  of(sessionId: number, find: (sessionId: number) => SessionUse | undefined): SessionUse {
    const known = this.#uses.get(sessionId);
    if (known) return known;
    if (this.#uses.size >= MOST_SESSIONS_IN_MEMORY) this.#uses.clear();
    const use = find(sessionId) ?? { lockedAt: null, activeAt: 0 };
    this.#uses.set(sessionId, use);
    return use;
  }

  set(sessionId: number, use: SessionUse): void {
    this.#uses.set(sessionId, use);
  }
}
