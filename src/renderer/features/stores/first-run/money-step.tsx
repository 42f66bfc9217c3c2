import { Group, Input, SegmentedControl, Select, Stack } from '@mantine/core';
import { type ComponentProps, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { currencyLabel, localeLabel } from '#renderer/lib/code-names';
import { countries, localeOf } from '#renderer/lib/countries';
import { cashStepsOf } from '#renderer/lib/money-choices';
import { timeZoneChoices } from '#renderer/lib/time-zones';
import { RatesField } from '#renderer/ui/rates-field';
import { SearchSelect } from '#renderer/ui/search-select';
import { formatMoney } from '#shared/kernel/currency';
import type { DraftForm } from './store-draft';

/** Rates to choose from that exist in some country; the store's owner decides which ones apply. */
const COMMON_TAX_RATES = [0, 5, 6, 7, 8, 9, 10, 12, 13, 15, 17, 18, 19, 20, 21, 22, 23, 24, 25].map(String);

/** Hints are below the inputs, because their different lengths would misalign the fields. */
const BELOW: ComponentProps<typeof Input.Wrapper>['inputWrapperOrder'] = [
  'label',
  'input',
  'description',
  'error',
];

/** Currency, locale, time zone and tax; the owner fills in what the country does not determine. */
export function MoneyStep({ form }: { form: DraftForm }) {
  const { t } = useTranslation('stores-first-run');
  const { currency, locale, timeZone } = form.values;
  const choices = useChoices(locale, timeZone);
  const cashSteps = cashStepsOf(currency).map((step) => ({
    value: String(step),
    label: step === 0 ? t('money.cashStepNone') : formatMoney(step, currency, locale),
  }));
  return (
    <Stack>
      <Group grow align="flex-start">
        <SearchSelect
          autoFocus
          label={t('money.currency')}
          description={t('money.currencyHint')}
          inputWrapperOrder={BELOW}
          data={choices.currencies}
          {...form.getInputProps('currency')}
        />
        <SearchSelect
          label={t('money.locale')}
          description={example(currency, locale)}
          inputWrapperOrder={BELOW}
          data={choices.locales}
          {...form.getInputProps('locale')}
        />
      </Group>
      <SearchSelect
        label={t('money.timeZone')}
        data={choices.timeZones}
        {...form.getInputProps('timeZone')}
      />
      <Input.Wrapper label={t('money.prices')} labelElement="div">
        <SegmentedControl
          fullWidth
          aria-label={t('money.prices')}
          value={form.values.pricesIncludeTax ? 'with' : 'without'}
          onChange={(way) => form.setFieldValue('pricesIncludeTax', way === 'with')}
          data={[
            { value: 'with', label: t('money.withTax') },
            { value: 'without', label: t('money.withoutTax') },
          ]}
        />
      </Input.Wrapper>
      <RatesField
        label={t('money.taxRates')}
        description={t('money.taxRatesHint')}
        data={COMMON_TAX_RATES}
        // Opened downwards it would cover the buttons of the step.
        comboboxProps={{ position: 'top-start' }}
        maxDropdownHeight={160}
        value={form.values.taxRates}
        onChange={(rates) => form.setFieldValue('taxRates', rates)}
        error={form.errors.taxRates}
      />
      <Select label={t('money.cashStep')} data={cashSteps} {...form.getInputProps('cashStepMinor')} />
    </Stack>
  );
}

/** An example of money and a date in a locale. */
function example(currency: string, locale: string): string {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date());
  return `${formatMoney(123_456, currency, locale)} · ${day}`;
}

function useChoices(current: string, timeZone: string) {
  return useMemo(() => {
    const locales = new Set([
      current,
      ...navigator.languages,
      ...countries.map((country) => localeOf(country, navigator.languages)),
    ]);
    return {
      currencies: Intl.supportedValuesOf('currency').map((code) => ({
        value: code,
        label: currencyLabel(code),
      })),
      locales: [...locales].map((code) => ({ value: code, label: localeLabel(code) })),
      timeZones: timeZoneChoices(timeZone),
    };
  }, [current, timeZone]);
}
