import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { useStore } from '#renderer/lib/store-status';
import { parseRate } from '#shared/kernel/currency';
import { toNumeral } from '#shared/kernel/decimal';
import { NumeralField, type NumeralFieldProps } from './numeral-field';

interface RateFieldProps extends NumeralFieldProps {
  /** The highest rate that can be entered, in hundredths of a percent; 10000 (100 %) unless told. */
  atMostBp?: number;
  /** Whether a rate below zero can be entered. */
  allowNegative?: boolean;
}

/** A field for a rate in percent; `value` is in hundredths of a percent. */
export function RateField({ atMostBp = 10_000, allowNegative = false, ...field }: RateFieldProps) {
  const { t } = useTranslation();
  const { locale } = useStore();
  const format = useFormat();
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: false });
  const parse = (text: string): number | null => {
    const bp = parseRate(text);
    return bp === null || bp > atMostBp || (bp < 0 && !allowNegative) ? null : bp;
  };
  return (
    <NumeralField
      rightSection="%"
      rightSectionPointerEvents="none"
      {...field}
      notation={{
        parse,
        format: (bp) => plain.format(toNumeral(bp, 2)),
        complaint: t('notARate', { example: format.rate(550) }),
      }}
    />
  );
}
