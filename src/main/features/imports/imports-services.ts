import type { ProductIntake } from '#main/features/catalogue/index';
import type { SettingsService } from '#main/features/settings/index';
import type { StockLedger } from '#main/features/stock/index';
import type { Clock } from '#main/platform/clock';
import type { Database } from '#main/platform/database/database';
import type { JobService } from '#main/platform/jobs/job.service';
import type { StoreLog } from '#main/platform/log/store-log';
import type { InUnit } from '#main/platform/work/connections';
import { ImportService } from './import.service';
import { ImportFiles } from './import-files';
import { ImportReportService } from './import-report.service';
import { ImportRun } from './import-run';

interface Needs {
  /** The store's folder; uploaded files are kept in it until they are imported. */
  folder: string;
  database: Database;
  intake: InUnit<ProductIntake>;
  ledger: InUnit<StockLedger>;
  settings: SettingsService;
  jobs: JobService;
  audit: InUnit<StoreLog>;
  clock: Clock;
}

/** Creates the services of imports. */
export function createImports({ folder, database, settings, jobs, ...others }: Needs) {
  const files = new ImportFiles(folder);
  const run = new ImportRun({ database, settings, ...others });
  return {
    imports: new ImportService({ database, settings, jobs, files, run }),
    importReports: database.onReader((reader) => new ImportReportService(reader)),
    /** Call it before the first call of a window, and when the store is closed. */
    importLeftovers: {
      clear: () => run.clearLeftovers(),
      close: () => files.close(),
    },
  };
}
