import type { AuditService } from '#main/features/audit/index';
import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Database } from '#main/platform/database/database';
import { BatchService } from './batch.service';
import { HistoryService } from './history.service';
import { LocationService } from './location.service';
import { StockService } from './stock.service';
import { StockLedger } from './stock-ledger';

interface Needs {
  database: Database;
  settings: SettingsService;
  audit: AuditService;
  changes: ChangeFeed;
}

/** The services of stock, put together. */
export function createStock({ database, settings, audit, changes }: Needs) {
  const ledger = new StockLedger(database);
  return {
    ledger,
    locations: new LocationService(database, audit, changes),
    stock: new StockService({ database, ledger, settings, audit, changes }),
    batches: new BatchService({ database, ledger, audit, changes }),
    history: new HistoryService(database, settings),
  };
}

export type StockServices = ReturnType<typeof createStock>;
