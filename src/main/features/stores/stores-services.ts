import type {
  AccountService,
  NewSecretService,
  RecoveryCodeService,
  SessionViewService,
  TillSessionService,
  TryLimitService,
} from '#main/features/people/index';
import type { SettingsService } from '#main/features/settings/index';
import { LocationListService, type LocationService } from '#main/features/stock/index';
import type { LostNumberService, TillService } from '#main/features/tills/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Clock } from '#main/platform/clock';
import type { Database } from '#main/platform/database/database';
import type { StoreKey } from '#main/platform/files/store-key';
import type { JobService } from '#main/platform/jobs/job.service';
import type { StoreLog } from '#main/platform/log/store-log';
import type { LogState } from '#main/platform/logging/log-file';
import type { Reading } from '#main/platform/reading/reading';
import type { InUnit, OnReader } from '#main/platform/work/connections';
import { BackupService } from './backup.service';
import { FirstRunService } from './first-run.service';
import type { StoreFileReadings } from './readings';
import { SetupCodeService } from './setup-code.service';
import { StoreInfoService } from './store-info.service';
import { StoreSetupService } from './store-setup.service';

interface Needs {
  database: Database;
  clock: Clock;
  key: StoreKey;
  logState: LogState;
  settings: SettingsService;
  lostNumbers: LostNumberService;
  audit: InUnit<StoreLog>;
  changes: ChangeFeed;
  accounts: InUnit<AccountService>;
  newSecrets: OnReader<NewSecretService>;
  recoveryCodes: InUnit<RecoveryCodeService>;
  sessionViews: OnReader<SessionViewService>;
  tillSessions: InUnit<TillSessionService>;
  jobs: JobService;
  reading: Reading<StoreFileReadings>;
  tryLimit: TryLimitService;
  tills: InUnit<TillService>;
  locations: InUnit<LocationService>;
}

/** Creates the services of the store itself. */
export function createStores(needs: Needs) {
  const { database, logState, settings, lostNumbers, audit, key } = needs;
  const storeSetup = database.inUnits(
    (tx) =>
      new StoreSetupService(tx, {
        settings,
        accounts: needs.accounts.in(tx),
        recoveryCodes: needs.recoveryCodes.in(tx),
        tills: needs.tills.in(tx),
        locations: needs.locations.in(tx),
        locationLists: new LocationListService(tx),
        audit: audit.in(tx),
        key,
      }),
  );
  return {
    storeSetup,
    firstRun: new FirstRunService({ ...needs, storeSetup }),
    storeBackups: new BackupService(needs),
    setupCode: new SetupCodeService(needs),
    storeInfo: database.onReader(
      (reader) => new StoreInfoService(reader, { damage: database.damage, logState, settings, lostNumbers }),
    ),
  };
}

export type StoresServices = ReturnType<typeof createStores>;
