import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Database } from '#main/platform/database/database';
import type { StoreLog } from '#main/platform/log/store-log';
import type { InUnit } from '#main/platform/work/connections';
import { TryLimitReads } from './try-limit.queries';
import { TryLimitService } from './try-limit.service';
import { TryRecordService } from './try-record.service';
import { TryWaits } from './try-waits';

interface Needs {
  database: Database;
  settings: SettingsService;
  audit: InUnit<StoreLog>;
  changes: ChangeFeed;
}

/** Creates the services that limit guessing. */
export function createTries({ database, settings, audit, changes }: Needs) {
  const signInAlerts = database.onReader((reader) => new TryLimitReads(reader));
  const waits = database.onReader((reader) => new TryWaits(signInAlerts.on(reader), settings));
  const tryRecords = database.inUnits(
    (tx) => new TryRecordService(tx, { settings, audit: audit.in(tx), changes }),
  );
  return {
    signInAlerts,
    tryRecords,
    tryLimit: new TryLimitService({ database, waits, records: tryRecords }),
  };
}
