import { Input, SegmentedControl, Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currencyLabel } from '#renderer/lib/code-names';
import { cashStepsOf, ratesOf } from '#renderer/lib/money-choices';
import { RatesField } from '#renderer/ui/rates-field';
import { SearchSelect } from '#renderer/ui/search-select';
import { formatMoney } from '#shared/kernel/currency';
import { toNumeral } from '#shared/kernel/decimal';
import { RATE_DECIMALS } from '#shared/kernel/rate';
import { problemOf } from '../problems';
import classes from '../settings.module.css';
import { useSettingsDesk } from '../settings-context';
import { SettingsSection } from '../settings-section';
import { CashExample, TaxExample } from './money-examples';

/** Currency, tax handling of prices, and cash rounding, each with a worked example. */
export function MoneyAndTax() {
  const { t } = useTranslation(['settings', 'refusals']);
  const { draft, currencyLocked } = useSettingsDesk();
  const { values, set } = draft;
  const { currency, locale, cashStepMinor } = values;
  const currencies = useCurrencies();
  const steps = [...new Set([...cashStepsOf(currency), cashStepMinor])].sort((one, other) => one - other);
  return (
    <SettingsSection section="money">
      <div className={classes.pair}>
        <SearchSelect
          label={t('settings:money.currency')}
          disabled={currencyLocked}
          description={
            currencyLocked ? t('refusals:CURRENCY_IN_USE', { currency }) : t('settings:money.currencyHint')
          }
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={currencies}
          value={currency}
          onChange={(code) => code !== null && set('currency', code)}
        />
        <Select
          label={t('settings:money.cashStep')}
          data={steps.map((step) => ({
            value: String(step),
            label: step === 0 ? t('settings:money.noCashStep') : formatMoney(step, currency, locale),
          }))}
          value={String(cashStepMinor)}
          onChange={(step) => set('cashStepMinor', Number(step))}
        />
      </div>
      <CashExample />
      <Switch
        label={t('settings:money.prices')}
        value={values.pricesIncludeTax ? 'with' : 'without'}
        onChange={(way) => set('pricesIncludeTax', way === 'with')}
        choices={[
          { value: 'with', label: t('settings:money.withTax') },
          { value: 'without', label: t('settings:money.withoutTax') },
        ]}
      />
      <TaxRates />
      <Switch
        label={t('settings:money.taxRounding')}
        value={values.taxRounding}
        onChange={(way) => set('taxRounding', way === 'line' ? 'line' : 'rate')}
        choices={[
          { value: 'rate', label: t('settings:money.byRate') },
          { value: 'line', label: t('settings:money.byLine') },
        ]}
      />
      <TaxExample />
    </SettingsSection>
  );
}

interface SwitchProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  choices: { value: string; label: string }[];
}

function Switch({ label, value, onChange, choices }: SwitchProps) {
  return (
    <Input.Wrapper label={label} labelElement="div">
      <div>
        <SegmentedControl aria-label={label} value={value} onChange={onChange} data={choices} />
      </div>
    </Input.Wrapper>
  );
}

/** The rates as typed, in percent; only readable rates become settings. */
function TaxRates() {
  const { t } = useTranslation('settings');
  const { values, set, unreadable, setUnreadable } = useSettingsDesk().draft;
  const [typed, setTyped] = useState<string[]>([]);
  const wrong = unreadable.has('taxRatesMilliPercent');
  const plain = new Intl.NumberFormat(values.locale, {
    maximumFractionDigits: RATE_DECIMALS,
    useGrouping: false,
  });
  const onChange = (now: string[]): void => {
    const rates = ratesOf(now);
    setUnreadable('taxRatesMilliPercent', rates === null);
    setTyped(now);
    if (rates !== null) set('taxRatesMilliPercent', rates);
  };
  const missing = problemOf(values, 'taxRatesMilliPercent') && t('problems.taxRatesMissing');
  return (
    <RatesField
      label={t('money.taxRates')}
      description={t('money.taxRatesHint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={
        wrong
          ? typed
          : values.taxRatesMilliPercent.map((rate) => plain.format(toNumeral(rate, RATE_DECIMALS)))
      }
      onChange={onChange}
      error={missing}
    />
  );
}

function useCurrencies() {
  return useMemo(
    () => Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: currencyLabel(code) })),
    [],
  );
}
