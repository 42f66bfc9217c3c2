import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { useStore } from '#renderer/lib/store-status';
import {
  formatUnitCost,
  MAX_UNIT_TEN_THOUSANDTHS,
  minorDigits,
  parseUnitCost,
  UNIT_COST_DECIMALS,
} from '#shared/kernel/currency';
import { exceeds, toNumeral } from '#shared/kernel/decimal';
import { currencySign } from './money-field';
import { NumeralField, type NumeralFieldProps } from './numeral-field';

/** A field for the cost of one unit, with up to four decimals; `value` is in ten-thousandths of the major unit. */
export function UnitCostField(field: NumeralFieldProps) {
  const { t } = useTranslation();
  const { currency, locale } = useStore();
  const format = useFormat();
  const plain = new Intl.NumberFormat(locale, {
    minimumFractionDigits: Math.min(minorDigits(currency), UNIT_COST_DECIMALS),
    maximumFractionDigits: UNIT_COST_DECIMALS,
    useGrouping: false,
  });
  return (
    <NumeralField
      leftSection={currencySign(currency, locale)}
      leftSectionPointerEvents="none"
      {...field}
      notation={{
        parse: parseUnitCost,
        format: (cost) => plain.format(toNumeral(cost, UNIT_COST_DECIMALS)),
        complaint: (text) =>
          exceeds(text, UNIT_COST_DECIMALS, MAX_UNIT_TEN_THOUSANDTHS)
            ? t('amountTooLarge', { most: formatUnitCost(MAX_UNIT_TEN_THOUSANDTHS, currency, locale) })
            : t('notAUnitCost', { example: format.unitCost(2798, 24_000) }),
      }}
    />
  );
}
