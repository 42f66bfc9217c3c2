import type { SettingsService } from '#main/features/settings/index';
import type { TillService } from '#main/features/tills/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Database } from '#main/platform/database/database';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Reading } from '#main/platform/reading/reading';
import type { InUnit } from '#main/platform/work/connections';
import { UnitWatch } from '#main/platform/work/unit-watch';
import { BatchService } from './batch.service';
import { BatchListService } from './batch-list.service';
import { EntryListService } from './entry-list.service';
import { HistoryService } from './history.service';
import { LocationEntity } from './location.entity';
import { LocationService } from './location.service';
import { LocationListService } from './location-list.service';
import type { StockReadings } from './readings';
import { StockService } from './stock.service';
import { StockLedger } from './stock-ledger';

interface Needs {
  database: Database;
  settings: SettingsService;
  tills: InUnit<TillService>;
  audit: InUnit<StoreLog>;
  changes: ChangeFeed;
  reading: Reading<StockReadings>;
}

/** Creates the services of stock. */
export function createStock({ database, settings, tills, audit, changes, reading }: Needs) {
  const stockChanged = new UnitWatch(database.writes);
  const locationsOpenedOrClosed = new UnitWatch(database.writes);
  const ledger = database.inUnits((tx) => new StockLedger(tx, stockChanged));
  return {
    /** The products whose stock on hand, reserved quantity or other alert-relevant data a unit of work changed. */
    stockChanged,
    locationsOpenedOrClosed,
    ledger,
    locations: database.inUnits(
      (tx) =>
        new LocationService(tx, {
          repository: database.repository(tx, LocationEntity),
          tills: tills.in(tx),
          audit: audit.in(tx),
          changes,
          openedOrClosed: locationsOpenedOrClosed,
        }),
    ),
    locationLists: database.onReader((reader) => new LocationListService(reader)),
    /** For the first run, which refers to barcodes of locations that it has just created. */
    locationListsInUnit: database.inUnits((tx) => new LocationListService(tx)),
    stock: database.inUnits(
      (tx) => new StockService(tx, { ledger: ledger.in(tx), settings, audit: audit.in(tx) }),
    ),
    entryLists: database.onReader((reader) => new EntryListService(reader, settings)),
    batches: database.inUnits(
      (tx) => new BatchService(tx, { ledger: ledger.in(tx), audit: audit.in(tx), changes }),
    ),
    batchLists: database.onReader((reader) => new BatchListService(reader)),
    history: new HistoryService(settings, reading),
  };
}

export type StockServices = ReturnType<typeof createStock>;
