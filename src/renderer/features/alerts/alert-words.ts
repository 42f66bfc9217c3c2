import type { TFunction } from 'i18next';
import type { Format } from '#renderer/lib/format';
import type { Alert } from '#shared/contract/alerts';

/** The texts of an alert: its title with the product, and the figures. */
export function wordsOf(t: TFunction<'alerts'>, format: Format, alert: Alert) {
  const { kind, unit, productName, locationName, batchNumber, expiresOn, thresholdMilli } = alert;
  const quantity = format.quantity(alert.quantityMilli, unit);
  const detail =
    kind === 'low stock'
      ? t(locationName === '' ? 'words.low' : 'words.lowAt', {
          quantity,
          threshold: format.quantity(thresholdMilli ?? 0, unit),
          location: locationName,
        })
      : t(kind === 'expired' ? 'words.expired' : 'words.nearExpiry', {
          quantity,
          batch: batchNumber,
          day: format.day(expiresOn ?? ''),
        });
  return { title: t('words.title', { kind: t(`kinds.${kind}`), product: productName }), detail };
}
