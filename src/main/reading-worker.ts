import { alertReadings } from '#main/features/alerts/readings';
import { auditReadings } from '#main/features/audit/readings';
import { catalogueReadings } from '#main/features/catalogue/readings';
import { overviewReadings } from '#main/features/overview/readings';
import { stockReadings } from '#main/features/stock/readings';
import { storeReadings } from '#main/features/stores/readings';
import { databaseReadings } from '#main/platform/database/readings';
import { serveReadings } from '#main/platform/reading/serve-readings';

/** The entry point of the threads that read: all readings there are. */
const readings = {
  ...alertReadings,
  ...auditReadings,
  ...catalogueReadings,
  ...databaseReadings,
  ...overviewReadings(),
  ...stockReadings,
  ...storeReadings,
};

export type StoreReadings = typeof readings;

serveReadings(readings);
