import type { AuditService } from '#main/features/audit/index';
import type { ProductService } from '#main/features/catalogue/index';
import type { ScanService } from '#main/features/scanning/index';
import type { SettingsService } from '#main/features/settings/index';
import type { StockLedger } from '#main/features/stock/index';
import type { NumberService } from '#main/features/tills/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Database } from '#main/platform/database/database';
import { SendingService } from './sending.service';
import { TransferService } from './transfer.service';
import { TransferDrafts } from './transfer-drafts';

interface Needs {
  database: Database;
  settings: SettingsService;
  products: ProductService;
  scans: ScanService;
  ledger: StockLedger;
  numbers: NumberService;
  audit: AuditService;
  changes: ChangeFeed;
}

/** The services of transfers, put together. */
export function createTransfers(needs: Needs) {
  const drafts = new TransferDrafts(needs.database);
  return {
    transfers: new TransferService({ ...needs, drafts }),
    sending: new SendingService({ ...needs, drafts }),
  };
}

export type TransferServices = ReturnType<typeof createTransfers>;
