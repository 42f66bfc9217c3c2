import type { AuditService } from '#main/features/audit/index';
import type { ScanService } from '#main/features/scanning/index';
import type { SettingsService } from '#main/features/settings/index';
import type { StockLedger, StockService } from '#main/features/stock/index';
import type { NumberService } from '#main/features/tills/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Database } from '#main/platform/database/database';
import { StocktakeService } from './stocktake.service';
import { StocktakeBook } from './stocktake-book';
import { StocktakeCountService } from './stocktake-count.service';
import { StocktakeListService } from './stocktake-list.service';
import { StocktakePostService } from './stocktake-post.service';

interface Needs {
  database: Database;
  ledger: StockLedger;
  stock: StockService;
  scans: ScanService;
  settings: SettingsService;
  numbers: NumberService;
  audit: AuditService;
  changes: ChangeFeed;
}

/** The services of stocktakes, put together. */
export function createStocktakes(needs: Needs) {
  const book = new StocktakeBook(needs.database.handle);
  return {
    life: new StocktakeService({ ...needs, book }),
    counting: new StocktakeCountService({ ...needs, book }),
    posting: new StocktakePostService({ ...needs, book }),
    lists: new StocktakeListService(needs.database, needs.settings),
  };
}

export type StocktakesServices = ReturnType<typeof createStocktakes>;
