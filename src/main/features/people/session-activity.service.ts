import type { Database } from '#main/platform/database/database';
import type { InUnit, OnReader } from '#main/platform/work/connections';
import type { SessionLockService } from './session-lock.service';
import type { SessionUseService } from './session-use.service';

interface Needs {
  database: Database;
  locks: InUnit<SessionLockService>;
  sessionUses: OnReader<SessionUseService>;
}

/** Notes that people do something in their sessions, so that these do not lock by themselves. */
export class SessionActivityService {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Notes that a person uses a window of a session; on disk too, so that restarting the program unlocks nothing. */
  async markActive(sessionId: number, now: number): Promise<void> {
    const { database, locks } = this.#needs;
    await database.writes.run((tx) => locks.in(tx).keepActivity(sessionId, now));
    this.noteActivity(sessionId, now);
  }

  /** As {@link markActive}, in memory alone: for each change that a person makes. */
  noteActivity(sessionId: number, now: number): void {
    const { database, sessionUses } = this.#needs;
    database.read((reader) => sessionUses.on(reader).noteActivity(sessionId, now));
  }
}
