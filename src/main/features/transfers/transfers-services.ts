import type { ProductService } from '#main/features/catalogue/index';
import type { CodeResolver } from '#main/features/scanning/index';
import type { SettingsService } from '#main/features/settings/index';
import type { StockLedger } from '#main/features/stock/index';
import type { NumberService } from '#main/features/tills/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Database } from '#main/platform/database/database';
import type { StoreLog } from '#main/platform/log/store-log';
import type { InUnit } from '#main/platform/work/connections';
import { SendingService } from './sending.service';
import { TransferService } from './transfer.service';
import { TransferDrafts } from './transfer-drafts';
import { TransferListService } from './transfer-list.service';

interface Needs {
  database: Database;
  settings: SettingsService;
  products: InUnit<ProductService>;
  codes: InUnit<CodeResolver>;
  ledger: InUnit<StockLedger>;
  numbers: InUnit<NumberService>;
  audit: InUnit<StoreLog>;
  changes: ChangeFeed;
}

/** Creates the services of transfers. */
export function createTransfers({ database, settings, changes, ...others }: Needs) {
  return {
    transfers: database.inUnits((tx) => {
      const needs = {
        changes,
        drafts: new TransferDrafts(tx),
        products: others.products.in(tx),
        codes: others.codes.in(tx),
        ledger: others.ledger.in(tx),
        numbers: others.numbers.in(tx),
        audit: others.audit.in(tx),
      };
      return { filling: new TransferService(needs), sending: new SendingService(needs) };
    }),
    transferLists: database.onReader((reader) => new TransferListService(reader, settings)),
  };
}

export type TransfersServices = ReturnType<typeof createTransfers>;
