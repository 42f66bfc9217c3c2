import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { useStore } from '#renderer/lib/store-status';
import { minorDigits, parseMoney } from '#shared/kernel/currency';
import { exceeds, hasTooManyDecimals, toNumeral } from '#shared/kernel/decimal';
import { MAX_MINOR } from '#shared/kernel/money';
import { type Notation, NumeralField, type NumeralFieldProps } from './numeral-field';

/** A field for an amount in the store's currency; `value` is in minor units, null when it is empty. */
export function MoneyField(field: NumeralFieldProps) {
  const { currency, locale } = useStore();
  return (
    <NumeralField
      leftSection={currencySign(currency, locale)}
      leftSectionPointerEvents="none"
      {...field}
      notation={useMoneyNotation()}
    />
  );
}

/** How amounts are typed and shown, and what is wrong with a text that is not one. */
export function useMoneyNotation(): Notation {
  const { t } = useTranslation();
  const { currency, locale } = useStore();
  const format = useFormat();
  const digits = minorDigits(currency);
  const plain = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, useGrouping: false });
  return {
    parse: (text) => parseMoney(text, currency, locale),
    format: (minor) => plain.format(toNumeral(minor, digits)),
    complaint: (text) => {
      if (exceeds(text, digits, MAX_MINOR)) return t('amountTooLarge', { most: format.money(MAX_MINOR) });
      const example = format.money(1250);
      return hasTooManyDecimals(text, digits, locale)
        ? t('amountDecimals', { count: digits, example })
        : t('notAnAmount', { example });
    },
  };
}

/** The symbol of a currency in a locale. */
export function currencySign(currency: string, locale: string): string {
  const parts = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0);
  return parts.find((part) => part.type === 'currency')?.value ?? currency;
}
