import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Clock } from '#main/platform/clock';
import type { Database } from '#main/platform/database/database';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Reading } from '#main/platform/reading/reading';
import type { InUnit } from '#main/platform/work/connections';
import type { UnitWatch } from '#main/platform/work/unit-watch';
import { AlertService } from './alert.service';
import { AlertListService } from './alert-list.service';
import { AlertSeenService } from './alert-seen.service';
import { AlertWatch } from './alert-watch';
import { locationThresholdReads } from './location-threshold.queries';
import { LocationThresholdService } from './location-threshold.service';
import { MissedAlertService } from './missed-alerts.service';
import type { AlertReadings } from './readings';

interface Needs {
  database: Database;
  settings: SettingsService;
  audit: InUnit<StoreLog>;
  changes: ChangeFeed;
  clock: Clock;
  reading: Reading<AlertReadings>;
  stockChanged: UnitWatch;
  productsChanged: UnitWatch;
  locationsOpenedOrClosed: UnitWatch;
}

/** Creates the services of alerts, which watch every change that can affect an alert. */
export function createAlerts({ database, settings, audit, changes, clock, reading, ...watches }: Needs) {
  const alertsRaised = new AlertWatch();
  const alerts = database.inUnits(
    (tx) => new AlertService(tx, { settings, changes, clock, raised: alertsRaised }),
  );
  const locationThresholds = database.inUnits(
    (tx) => new LocationThresholdService(tx, { alerts: alerts.in(tx), audit: audit.in(tx) }),
  );
  watches.stockChanged.watch((tx, productIds) => alerts.in(tx).check(productIds));
  watches.productsChanged.watch((tx, productIds) => alerts.in(tx).check(productIds));
  watches.locationsOpenedOrClosed.watch((tx, locationIds) =>
    locationThresholds.in(tx).checkLocations(locationIds),
  );
  return {
    alerts,
    alertsRaised,
    alertLists: database.onReader((reader) => new AlertListService(reader, settings)),
    alertsSeen: database.inUnits((tx) => new AlertSeenService(tx, changes)),
    locationThresholds,
    locationThresholdLists: database.onReader(locationThresholdReads),
    missedAlerts: new MissedAlertService({ database, settings, clock, alerts, reading }),
  };
}

export type AlertsServices = ReturnType<typeof createAlerts>;
