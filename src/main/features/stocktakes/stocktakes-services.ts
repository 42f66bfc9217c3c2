import type { ChangeFeed } from '../../change-feed';
import type { Database } from '../../database/database';
import type { AuditService } from '../audit/audit.service';
import type { NumberService } from '../numbers/number.service';
import type { ScanService } from '../stock/scan.service';
import type { StockService } from '../stock/stock.service';
import type { StockLedger } from '../stock/stock-ledger';
import type { SettingsService } from '../stores/settings.service';
import { StocktakeEntity } from './stocktake.entity';
import { StocktakeService } from './stocktake.service';
import { StocktakeBook } from './stocktake-book';
import { StocktakeCountService } from './stocktake-count.service';
import { StocktakeListService } from './stocktake-list.service';
import { StocktakePostService } from './stocktake-post.service';

export const stocktakesEntities = [StocktakeEntity];

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
