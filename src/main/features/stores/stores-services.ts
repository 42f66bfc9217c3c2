import type { AuditService } from '#main/features/audit/index';
import type {
  AccountService,
  RecoveryService,
  SignInService,
  TryLimitService,
} from '#main/features/people/index';
import type { SettingsService } from '#main/features/settings/index';
import type { LocationService } from '#main/features/stock/index';
import type { NumberService } from '#main/features/tills/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Clock } from '#main/platform/clock';
import type { Database } from '#main/platform/database/database';
import type { StoreKey } from '#main/platform/files/store-key';
import type { JobService } from '#main/platform/jobs/job.service';
import type { LogState } from '#main/platform/logging/log-file';
import { BackupService } from './backup.service';
import { SetupCodeService } from './setup-code.service';
import { StoreService } from './store.service';
import { StoreSetupService } from './store-setup.service';

interface Needs {
  database: Database;
  clock: Clock;
  key: StoreKey;
  logState: LogState;
  settings: SettingsService;
  numbers: NumberService;
  audit: AuditService;
  changes: ChangeFeed;
  accounts: AccountService;
  recovery: RecoveryService;
  signIns: SignInService;
  jobs: JobService;
  tryLimit: TryLimitService;
  locations: LocationService;
}

/** The services of the store itself, put together. */
export function createStores(needs: Needs) {
  return {
    storeSetup: new StoreSetupService(needs),
    storeBackups: new BackupService(needs),
    setupCode: new SetupCodeService(needs),
    storeItself: new StoreService(needs),
  };
}

export type StoresServices = ReturnType<typeof createStores>;
