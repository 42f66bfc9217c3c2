import { ProductLookup } from '#main/features/catalogue/index';
import type { SettingsService } from '#main/features/settings/index';
import { BatchListService, LocationListService } from '#main/features/stock/index';
import type { Database } from '#main/platform/database/database';
import type { Connection } from '#main/platform/work/connections';
import { CodeResolver, type OrderNumbers } from './code-resolver';

interface Needs {
  database: Database;
  settings: SettingsService;
  /** Sales are built on scans, so that their numbers are looked up by what composes both. */
  orderNumbersOn: (connection: Connection) => OrderNumbers;
}

/** The resolver of codes, for either connection. */
export function createScanning({ database, settings, orderNumbersOn }: Needs) {
  const resolverOn = (connection: Connection): CodeResolver =>
    new CodeResolver({
      batches: new BatchListService(connection),
      locations: new LocationListService(connection),
      orders: orderNumbersOn(connection),
      products: new ProductLookup(connection),
      settings,
    });
  return {
    /** For scans that are part of a unit of work. */
    codes: database.inUnits(resolverOn),
    /** For scans that only look something up. */
    codeLookUps: database.onReader(resolverOn),
  };
}
