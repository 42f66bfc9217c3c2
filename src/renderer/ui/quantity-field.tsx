import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { useStore } from '#renderer/lib/store-status';
import { exceeds, toNumeral } from '#shared/kernel/decimal';
import {
  MAX_QUANTITY_MILLI,
  MILLI_DECIMALS,
  parseQuantityOf,
  UNITS,
  type UnitOfMeasure,
} from '#shared/kernel/quantity';
import { NumeralField, type NumeralFieldProps } from './numeral-field';

interface QuantityFieldProps extends NumeralFieldProps {
  unit: UnitOfMeasure;
}

/** A field for a quantity, with no more decimals than its unit allows; `value` is in thousandths. */
export function QuantityField(props: QuantityFieldProps) {
  const { unit, ...field } = props;
  const { locale } = useStore();
  const { t } = useTranslation();
  const format = useFormat();
  const isWhole = UNITS[unit].decimals === 0;
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: MILLI_DECIMALS, useGrouping: false });
  const parse = (text: string): number | null => {
    const milli = parseQuantityOf(text, unit, locale);
    return milli !== null && Math.abs(milli) <= MAX_QUANTITY_MILLI ? milli : null;
  };
  return (
    <NumeralField
      rightSection={t(`unitSigns.${unit}`)}
      rightSectionWidth={52}
      rightSectionPointerEvents="none"
      {...field}
      notation={{
        parse,
        format: (milli) => plain.format(toNumeral(milli, MILLI_DECIMALS)),
        complaint: (text) =>
          exceeds(text, MILLI_DECIMALS, MAX_QUANTITY_MILLI)
            ? t('quantityTooLarge', { most: format.quantity(MAX_QUANTITY_MILLI, unit) })
            : t(isWhole ? 'notWhole' : 'notAQuantity', {
                example: format.quantity(isWhole ? 2000 : 1250, unit),
              }),
      }}
    />
  );
}
