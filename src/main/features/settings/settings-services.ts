import type { Database } from '#main/platform/database/database';
import type { StoreLog } from '#main/platform/log/store-log';
import type { InUnit } from '#main/platform/work/connections';
import { SalesMade } from './sales-made';
import { SettingsService } from './settings.service';
import { SettingsChangeService } from './settings-change.service';

interface Needs {
  database: Database;
  audit: InUnit<StoreLog>;
}

/** Creates the services of settings. */
export function createSettings({ database, audit }: Needs) {
  const settings = new SettingsService(database);
  return {
    settings,
    salesMade: database.onReader((reader) => new SalesMade(reader)),
    settingsChanges: database.inUnits(
      (tx) => new SettingsChangeService(tx, { settings, audit: audit.in(tx) }),
    ),
  };
}

export type SettingsServices = ReturnType<typeof createSettings>;
