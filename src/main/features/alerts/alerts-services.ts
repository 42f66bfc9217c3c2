import type { AuditService } from '#main/features/audit/index';
import type { ProductService } from '#main/features/catalogue/index';
import type { SettingsService } from '#main/features/settings/index';
import type { LocationService, StockLedger } from '#main/features/stock/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Clock } from '#main/platform/clock';
import type { Database } from '#main/platform/database/database';
import { AlertService } from './alert.service';
import { AlertListService } from './alert-list.service';
import { LocationThresholdService } from './location-threshold.service';
import { MissedAlertService } from './missed-alerts.service';

interface Needs {
  database: Database;
  settings: SettingsService;
  audit: AuditService;
  changes: ChangeFeed;
  clock: Clock;
  ledger: StockLedger;
  products: ProductService;
  locations: LocationService;
}

/** The services of alerts, put together, watching whatever an alert can follow from. */
export function createAlerts({ ledger, products, locations, ...needs }: Needs) {
  const alerts = new AlertService(needs);
  const locationThresholds = new LocationThresholdService({ ...needs, alerts });
  ledger.watch((productIds) => alerts.check(productIds));
  products.watch((productIds) => alerts.check(productIds));
  locations.watch((locationIds) => locationThresholds.checkLocations(locationIds));
  return {
    alerts,
    alertLists: new AlertListService(needs),
    locationThresholds,
    missedAlerts: new MissedAlertService(needs.database, alerts),
  };
}

export type AlertsServices = ReturnType<typeof createAlerts>;
