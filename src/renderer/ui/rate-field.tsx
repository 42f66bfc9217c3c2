import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { useStore } from '#renderer/lib/store-status';
import { toNumeral } from '#shared/kernel/decimal';
import { FULL_MILLI_PERCENT, parseRate, RATE_DECIMALS } from '#shared/kernel/rate';
import { NumeralField, type NumeralFieldProps } from './numeral-field';

interface RateFieldProps extends NumeralFieldProps {
  /** The lowest rate that can be entered; 0 by default. */
  atLeastMilliPercent?: number;
  /** The highest rate that can be entered; 100 % by default. */
  atMostMilliPercent?: number;
}

/** A field for a rate in percent; `value` is in thousandths of a percent. */
export function RateField({
  atLeastMilliPercent = 0,
  atMostMilliPercent = FULL_MILLI_PERCENT,
  ...field
}: RateFieldProps) {
  const { t } = useTranslation();
  const { locale } = useStore();
  const format = useFormat();
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: RATE_DECIMALS, useGrouping: false });
  const parse = (text: string): number | null => {
    const milliPercent = parseRate(text);
    if (milliPercent === null) return null;
    return milliPercent < atLeastMilliPercent || milliPercent > atMostMilliPercent ? null : milliPercent;
  };
  return (
    <NumeralField
      rightSection="%"
      rightSectionPointerEvents="none"
      // The range check rejects values that are too low.
      allowNegative
      {...field}
      notation={{
        parse,
        format: (milliPercent) => plain.format(toNumeral(milliPercent, RATE_DECIMALS)),
        complaint: () =>
          t('notARate', {
            atLeast: format.rate(atLeastMilliPercent),
            atMost: format.rate(atMostMilliPercent),
            example: format.rate(5500),
          }),
      }}
    />
  );
}
