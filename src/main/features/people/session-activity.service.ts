import type { Database } from '#main/platform/database/database';
import type { InUnit, OnReader } from '#main/platform/work/connections';
import type { SessionLockService } from './session-lock.service';
import type { SessionUseService } from './session-use.service';

interface Needs {
  database: Database;
  locks: InUnit<SessionLockService>;
  sessionUses: OnReader<SessionUseService>;
}

/** Records that people are active in their sessions, so that these do not lock automatically. */
export class SessionActivityService {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /**
   * Records that a person uses a window of a session; also on disk, so that a restart of the program unlocks nothing.
   */
  async markActive(sessionId: number, now: number): Promise<void> {
    const { database, locks } = this.#needs;
    await database.writes.run((tx) => locks.in(tx).keepActivity(sessionId, now));
    this.noteActivity(sessionId, now);
  }

  /** Like {@link markActive}, but only in memory; called for each change that a person makes. */
  noteActivity(sessionId: number, now: number): void {
    const { database, sessionUses } = this.#needs;
    database.read((reader) => sessionUses.on(reader).noteActivity(sessionId, now));
  }
}
