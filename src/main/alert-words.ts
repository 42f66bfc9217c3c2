import { formatQuantity } from '#shared/kernel/currency';
import type { RaisedAlert } from './features/alerts/alert.service';

/** What a notification of the system says, in few words. */
export interface Words {
  title: string;
  body: string;
}

/** The words for one alert: product, SKU, quantity, and the threshold or the day. */
export function wordsOf(alert: RaisedAlert, locale: string): Words {
  const quantity = (milli: number) => formatQuantity(milli, alert.unit, locale);
  const left = `${quantity(alert.quantityMilli)} left, SKU ${alert.sku}.`;
  if (alert.kind === 'low stock') {
    const place = alert.locationName === '' ? '' : ` at ${alert.locationName}`;
    return {
      title: `Low stock${place}: ${alert.productName}`,
      body: `${left} The threshold is ${quantity(alert.thresholdMilli ?? 0)}.`,
    };
  }
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const expiry = day.format(Date.parse(`${alert.expiresOn}T00:00:00Z`));
  return alert.kind === 'expired'
    ? {
        title: `Expired: ${alert.productName}`,
        body: `${left} Batch ${alert.batchNumber} expired on ${expiry}.`,
      }
    : {
        title: `Near expiry: ${alert.productName}`,
        body: `${left} Batch ${alert.batchNumber} expires on ${expiry}.`,
      };
}

/** The words for so many that nobody reads them one by one. */
export function wordsOfMany(alerts: readonly RaisedAlert[]): Words {
  const names = alerts.slice(0, 3).map(({ productName }) => productName);
  return { title: `${alerts.length} products need a look`, body: `${names.join(', ')} and others.` };
}
