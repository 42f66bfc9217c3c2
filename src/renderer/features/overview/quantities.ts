import type { TFunction } from 'i18next';
import type { Format } from '#renderer/lib/format';
import type { UnitOfMeasure } from '#shared/kernel/quantity';

/** Quantities by unit: "120 pcs, 34.5 kg". */
export function quantitiesText(
  quantities: readonly { unit: UnitOfMeasure; onHandMilli: number }[],
  t: TFunction<readonly ['overview', 'common']>,
  format: Format,
): string {
  return quantities
    .map(({ unit, onHandMilli }) => {
      const quantity = format.quantity(onHandMilli, unit);
      // Elsewhere pieces are shown as bare numbers; among other units they need their symbol.
      return unit === 'piece' || unit === 'pack' ? `${quantity} ${t(`common:unitSigns.${unit}`)}` : quantity;
    })
    .join(', ');
}
