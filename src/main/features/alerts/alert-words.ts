import { formatQuantity } from '#shared/kernel/currency';
import { formatDay } from '#shared/kernel/time';
import type { RaisedAlert } from './alert-watch';

/** The title and body of a desktop notification or a message. */
export interface Words {
  title: string;
  body: string;
}

/** The text for one alert: product, SKU, quantity, and the threshold or the day. */
export function wordsOf(alert: RaisedAlert, locale: string): Words {
  const quantity = (milli: number) => formatQuantity(milli, alert.unit, locale);
  const left = `${alert.productName} (SKU ${alert.sku}): ${quantity(alert.quantityMilli)} left.`;
  if (alert.kind === 'low stock') {
    const place = alert.locationName === '' ? '' : ` at ${alert.locationName}`;
    return {
      title: `Low stock${place}: ${alert.productName}`,
      body: `${left} Low-stock level: ${quantity(alert.thresholdMilli ?? 0)}.`,
    };
  }
  const expiry = formatDay(`${alert.expiresOn}`, locale);
  return alert.kind === 'expired'
    ? {
        title: `Expired: ${alert.productName}`,
        body: `${left} Batch ${alert.batchNumber} expired on ${expiry}.`,
      }
    : {
        title: `Expiring soon: ${alert.productName}`,
        body: `${left} Batch ${alert.batchNumber} expires on ${expiry}.`,
      };
}

/** A single notification for more alerts than anyone would read one by one. */
export function wordsOfMany(alerts: readonly RaisedAlert[]): Words {
  const names = alerts.slice(0, 3).map(({ productName }) => productName);
  return { title: `${alerts.length} products need attention`, body: `${names.join(', ')} and others.` };
}
