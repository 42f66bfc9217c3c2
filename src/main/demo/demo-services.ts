import type { CategoryService, ProductService } from '#main/features/catalogue/index';
import type { AccountService } from '#main/features/people/index';
import type { SettingsService } from '#main/features/settings/index';
import type { StoreSetupService } from '#main/features/stores/index';
import type { Clock } from '#main/platform/clock';
import type { Database } from '#main/platform/database/database';
import { DemoStockroomService, type StockroomNeeds } from './demo-stockroom.service';
import { DemoStoreService } from './demo-store.service';
import { DemoTradeService, type TradeNeeds } from './demo-trade.service';

interface Needs {
  database: Database;
  clock: Clock;
  settings: SettingsService;
  storeSetup: StoreSetupService;
  accounts: AccountService;
  categories: CategoryService;
  products: ProductService;
  /** The services that the demo store's sales go through. */
  trade: Omit<TradeNeeds, 'settings' | 'stockroom'>;
  stockroom: StockroomNeeds;
}

/** What fills the demo store, put together: it goes through the services that people's calls go through. */
export function createDemo({ trade, stockroom, ...needs }: Needs): DemoStoreService {
  const demoTrade = new DemoTradeService({
    ...needs,
    ...trade,
    stockroom: new DemoStockroomService(stockroom),
  });
  return new DemoStoreService({ ...needs, demoTrade });
}
