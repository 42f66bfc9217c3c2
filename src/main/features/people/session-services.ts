import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Database } from '#main/platform/database/database';
import type { SessionGate } from '#main/platform/rpc/procedures';
import type { Connection } from '#main/platform/work/connections';
import { GrantService } from './grant.service';
import { LiveSessionService, type LiveSessions } from './live-session.service';
import { SessionService } from './session.service';
import { SessionActivityService } from './session-activity.service';
import { SessionLockService } from './session-lock.service';
import { SessionUseService } from './session-use.service';
import { SessionUses } from './session-uses';

interface Needs {
  database: Database;
  settings: SettingsService;
  changes: ChangeFeed;
}

/** Creates the services for sessions, their locks, and what the roles may do. */
export function createSessions({ database, settings, changes }: Needs) {
  const { writes } = database;
  // The cache of sessions is shared by both connections.
  const live: LiveSessions = new Map();
  const uses = new SessionUses();
  const readsOn = (connection: Connection) => {
    const grants = new GrantService(connection);
    return {
      grants,
      sessions: new LiveSessionService(connection, { grants, live }),
      sessionUses: new SessionUseService(connection, { settings, uses }),
    };
  };
  const current = database.inUnits((tx) => readsOn(tx));
  const committed = database.onReader((reader) => readsOn(reader));
  const locks = database.inUnits((tx) => new SessionLockService(tx, { writes, changes, uses }));
  const committedUses = database.onReader((reader) => committed.on(reader).sessionUses);
  return {
    grants: database.inUnits((tx) => current.in(tx).grants),
    committedGrants: database.onReader((reader) => committed.on(reader).grants),
    sessions: database.inUnits((tx) => new SessionService(tx, { writes, settings, changes, live })),
    liveSessions: database.onReader((reader) => committed.on(reader).sessions),
    sessionUses: committedUses,
    locks,
    activity: new SessionActivityService({ database, locks, sessionUses: committedUses }),
    gateInUnit: database.inUnits((tx): SessionGate => {
      const { sessions, sessionUses } = current.in(tx);
      return {
        authenticate: (token, now) => sessions.authenticate(token, now),
        isLocked: (sessionId, now) => sessionUses.isLocked(sessionId, now),
      };
    }),
  };
}
