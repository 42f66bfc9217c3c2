import type { ChangeFeed } from '../../change-feed';
import type { Clock } from '../../clock';
import type { Database } from '../../database/database';
import type { LogState } from '../../log-file';
import type { AuditService } from '../audit/audit.service';
import type { CategoryService } from '../catalogue/category.service';
import type { ProductService } from '../catalogue/product.service';
import type { JobService } from '../jobs/job.service';
import type { NumberService } from '../numbers/number.service';
import type { AccountService } from '../people/account.service';
import type { RecoveryService } from '../people/recovery.service';
import type { SignInService } from '../people/sign-in.service';
import type { TryLimitService } from '../people/try-limit.service';
import type { LocationService } from '../stock/location.service';
import { BackupService } from './backup.service';
import { DemoStockroomService, type StockroomNeeds } from './demo-stockroom.service';
import { DemoStoreService } from './demo-store.service';
import { DemoTradeService, type TradeNeeds } from './demo-trade.service';
import type { SettingsService } from './settings.service';
import { SetupCodeService } from './setup-code.service';
import { StoreService } from './store.service';
import { StoreSetupService } from './store-setup.service';

interface Needs {
  database: Database;
  clock: Clock;
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
  categories: CategoryService;
  products: ProductService;
  /** The services that the demo store's trade goes through. */
  trade: Omit<TradeNeeds, 'settings' | 'stockroom'>;
  stockroom: StockroomNeeds;
}

/** The services of the store itself, put together. */
export function createStores({ trade, stockroom, ...needs }: Needs) {
  const storeSetup = new StoreSetupService(needs);
  const demoTrade = new DemoTradeService({
    ...needs,
    ...trade,
    stockroom: new DemoStockroomService(stockroom),
  });
  return {
    storeSetup,
    storeBackups: new BackupService(needs),
    setupCode: new SetupCodeService(needs),
    storeItself: new StoreService(needs),
    demoStore: new DemoStoreService({ ...needs, storeSetup, demoTrade }),
  };
}

export type StoresServices = ReturnType<typeof createStores>;
