import type { ChangeFeed } from '../../change-feed';
import type { Database } from '../../database/database';
import type { AuditService } from '../audit/audit.service';
import type { ProductService } from '../catalogue/product.service';
import type { NumberService } from '../numbers/number.service';
import type { ScanService } from '../stock/scan.service';
import type { StockLedger } from '../stock/stock-ledger';
import type { SettingsService } from '../stores/settings.service';
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
