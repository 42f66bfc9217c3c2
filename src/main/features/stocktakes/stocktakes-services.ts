import type { CodeResolver } from '#main/features/scanning/index';
import type { SettingsService } from '#main/features/settings/index';
import type { StockLedger, StockService } from '#main/features/stock/index';
import type { NumberService } from '#main/features/tills/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Database } from '#main/platform/database/database';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Drawing } from '#main/platform/printing/drawing';
import type { InUnit } from '#main/platform/work/connections';
import type { StocktakeDrawings } from './drawings';
import { StocktakeEntity } from './stocktake.entity';
import { StocktakeService } from './stocktake.service';
import { StocktakeBook } from './stocktake-book';
import { StocktakeCountService } from './stocktake-count.service';
import { StocktakeListService } from './stocktake-list.service';
import { StocktakePostService } from './stocktake-post.service';

interface Needs {
  database: Database;
  ledger: InUnit<StockLedger>;
  stock: InUnit<StockService>;
  codes: InUnit<CodeResolver>;
  settings: SettingsService;
  numbers: InUnit<NumberService>;
  audit: InUnit<StoreLog>;
  changes: ChangeFeed;
  drawing: Drawing<StocktakeDrawings>;
}

/** Creates the services of stocktakes. */
export function createStocktakes({ database, settings, changes, drawing, ...others }: Needs) {
  return {
    stocktakes: database.inUnits((tx) => {
      const needs = {
        settings,
        changes,
        book: new StocktakeBook(tx),
        repository: database.repository(tx, StocktakeEntity),
        ledger: others.ledger.in(tx),
        stock: others.stock.in(tx),
        codes: others.codes.in(tx),
        numbers: others.numbers.in(tx),
        audit: others.audit.in(tx),
      };
      return {
        life: new StocktakeService(needs),
        counting: new StocktakeCountService(tx, needs),
        posting: new StocktakePostService(tx, needs),
      };
    }),
    stocktakeLists: database.onReader((reader) => new StocktakeListService(reader, { settings, drawing })),
  };
}

export type StocktakesServices = ReturnType<typeof createStocktakes>;
