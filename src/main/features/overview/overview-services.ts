import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Database } from '#main/platform/database/database';
import type { Drawing } from '#main/platform/printing/drawing';
import type { Reading } from '#main/platform/reading/reading';
import type { OverviewDrawings } from './drawings';
import { OverviewService } from './overview.service';
import { OverviewPrintService } from './overview-print.service';
import type { OverviewReadings } from './readings';

interface Needs {
  database: Database;
  settings: SettingsService;
  changes: ChangeFeed;
  reading: Reading<OverviewReadings>;
  drawing: Drawing<OverviewDrawings>;
}

/** Creates the services of the overview. */
export function createOverview(needs: Needs) {
  const { database } = needs;
  const overview = database.onReader((reader) => new OverviewService(reader, needs));
  return {
    overview,
    overviewPrints: database.onReader((reader) => new OverviewPrintService(overview.on(reader), needs)),
  };
}
