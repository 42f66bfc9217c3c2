import type { ProductService } from '#main/features/catalogue/index';
import type { CodeResolver } from '#main/features/scanning/index';
import type { SettingsService } from '#main/features/settings/index';
import type { StockLedger } from '#main/features/stock/index';
import type { NumberService } from '#main/features/tills/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Database } from '#main/platform/database/database';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Drawing } from '#main/platform/printing/drawing';
import type { PaperDrawings } from '#main/platform/printing/drawings';
import type { InUnit, Tx } from '#main/platform/work/connections';

/** What every kind of document is made from. */
export interface DocumentNeeds {
  database: Database;
  settings: SettingsService;
  products: InUnit<ProductService>;
  codes: InUnit<CodeResolver>;
  ledger: InUnit<StockLedger>;
  numbers: InUnit<NumberService>;
  audit: InUnit<StoreLog>;
  changes: ChangeFeed;
  drawing: Drawing<PaperDrawings>;
}

/** The same inside one unit of work. */
export function needsInUnit(tx: Tx, needs: Omit<DocumentNeeds, 'database' | 'settings' | 'drawing'>) {
  return {
    changes: needs.changes,
    products: needs.products.in(tx),
    codes: needs.codes.in(tx),
    ledger: needs.ledger.in(tx),
    numbers: needs.numbers.in(tx),
    audit: needs.audit.in(tx),
  };
}
