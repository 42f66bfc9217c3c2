import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { useStore } from '#renderer/lib/store-status';
import { toNumeral } from '#shared/kernel/decimal';
import { isWholeEnough, parseQuantity, UNITS, type UnitOfMeasure } from '#shared/kernel/quantity';
import { NumeralField, type NumeralFieldProps } from './numeral-field';

interface QuantityFieldProps extends NumeralFieldProps {
  unit: UnitOfMeasure;
}

/** The message for a text that is not a quantity of this unit. */
export function useQuantityComplaint(unit: UnitOfMeasure): string {
  const { t } = useTranslation();
  const format = useFormat();
  const isWhole = UNITS[unit].decimals === 0;
  return t(isWhole ? 'notWhole' : 'notAQuantity', { example: format.quantity(isWhole ? 2000 : 1250, unit) });
}

/** A field for a quantity, with no more decimals than its unit allows; `value` is in thousandths. */
export function QuantityField(props: QuantityFieldProps) {
  const { unit, ...field } = props;
  const { locale } = useStore();
  const { t } = useTranslation();
  const complaint = useQuantityComplaint(unit);
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 3, useGrouping: false });
  const parse = (text: string): number | null => {
    const milli = parseQuantity(text);
    return milli !== null && isWholeEnough(milli, unit) ? milli : null;
  };
  return (
    <NumeralField
      rightSection={t(`unitSigns.${unit}`)}
      rightSectionWidth={52}
      rightSectionPointerEvents="none"
      {...field}
      notation={{
        parse,
        format: (milli) => plain.format(toNumeral(milli, 3)),
        complaint,
      }}
    />
  );
}
