import { ProductLookup } from '#main/features/catalogue/index';
import type { SettingsService } from '#main/features/settings/index';
import { BatchListService, LocationListService } from '#main/features/stock/index';
import type { Database } from '#main/platform/database/database';
import type { Connection } from '#main/platform/work/connections';
import { ScanService } from './scan.service';

interface Needs {
  database: Database;
  settings: SettingsService;
}

/** The service of scans, for either connection. */
export function createScanning({ database, settings }: Needs) {
  const scansOn = (connection: Connection): ScanService =>
    new ScanService({
      batches: new BatchListService(connection),
      locations: new LocationListService(connection),
      products: new ProductLookup(connection),
      settings,
    });
  return {
    /** For scans that are part of a unit of work. */
    scans: database.inUnits(scansOn),
    /** For scans that only look something up. */
    scanLookUps: database.onReader(scansOn),
  };
}
