import type { CategoryService, ProductService } from '#main/features/catalogue/index';
import type { IssuesServices } from '#main/features/issues/index';
import type { AccountService, NewSecretService } from '#main/features/people/index';
import type {
  CheckoutService,
  OrderService,
  ParkingService,
  TicketDiscountService,
  TicketService,
} from '#main/features/sales/index';
import type { SettingsService } from '#main/features/settings/index';
import type { StockLedger, StockService } from '#main/features/stock/index';
import type {
  StocktakeCountService,
  StocktakePostService,
  StocktakeService,
} from '#main/features/stocktakes/index';
import type { StoreSetupService } from '#main/features/stores/index';
import type { TaskService } from '#main/features/tasks/index';
import type { TransfersServices } from '#main/features/transfers/index';
import type { Clock } from '#main/platform/clock';
import type { Database } from '#main/platform/database/database';
import type { InUnit, OnReader } from '#main/platform/work/connections';
import { DemoFillService } from './demo-fill.service';
import { DemoStockroomService } from './demo-stockroom.service';
import { DemoStoreService } from './demo-store.service';
import { DemoTradeService } from './demo-trade.service';

interface Needs {
  database: Database;
  clock: Clock;
  settings: SettingsService;
  newSecrets: OnReader<NewSecretService>;
  storeSetup: InUnit<StoreSetupService>;
  accounts: InUnit<AccountService>;
  categories: InUnit<CategoryService>;
  products: InUnit<ProductService>;
  ledger: InUnit<StockLedger>;
  stock: InUnit<StockService>;
  sales: InUnit<{
    tickets: TicketService;
    ticketDiscounts: TicketDiscountService;
    checkout: CheckoutService;
    orders: OrderService;
    parking: ParkingService;
  }>;
  transfers: TransfersServices['transfers'];
  issues: IssuesServices['issues'];
  stocktakes: InUnit<{
    life: StocktakeService;
    counting: StocktakeCountService;
    posting: StocktakePostService;
  }>;
  tasks: InUnit<TaskService>;
}

/** Creates the service that fills the demo store through the same services that people's calls use. */
export function createDemo({ database, clock, settings, newSecrets, ...shop }: Needs): DemoStoreService {
  const demoFill = database.inUnits((tx) => {
    const ledger = shop.ledger.in(tx);
    const stock = shop.stock.in(tx);
    const stockroom = new DemoStockroomService({
      ...shop.stocktakes.in(tx),
      ledger,
      stock,
      transfers: shop.transfers.in(tx),
      issues: shop.issues.in(tx),
      tasks: shop.tasks.in(tx),
    });
    return new DemoFillService({
      storeSetup: shop.storeSetup.in(tx),
      accounts: shop.accounts.in(tx),
      categories: shop.categories.in(tx),
      products: shop.products.in(tx),
      demoTrade: new DemoTradeService({ ...shop.sales.in(tx), ledger, stock, settings, stockroom }),
    });
  });
  return new DemoStoreService({ database, clock, settings, newSecrets, demoFill });
}
