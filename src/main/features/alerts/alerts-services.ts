import type { ChangeFeed } from '../../change-feed';
import type { Clock } from '../../clock';
import type { Database } from '../../database/database';
import type { AuditService } from '../audit/audit.service';
import type { ProductService } from '../catalogue/product.service';
import type { LocationService } from '../stock/location.service';
import type { StockLedger } from '../stock/stock-ledger';
import type { SettingsService } from '../stores/settings.service';
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
