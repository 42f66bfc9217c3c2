import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { LIMITS, type Limit, problemOf } from './problems';
import { useSettingsDesk } from './settings-context';

interface LimitFieldProps {
  limit: Limit;
  label: string;
  /** Shown in place of the range. */
  hint?: string;
  maw?: string;
}

/** A whole number within the range of its setting. */
export function LimitField({ limit, label, hint, ...look }: LimitFieldProps) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const { values, set } = useSettingsDesk().draft;
  const range = { min: format.count(LIMITS[limit].min), max: format.count(LIMITS[limit].max) };
  const value = values[limit];
  return (
    <NumberInput
      {...look}
      label={label}
      description={hint ?? t('limits.range', range)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      allowDecimal={false}
      clampBehavior="none"
      {...LIMITS[limit]}
      value={Number.isNaN(value) ? '' : value}
      // An empty field becomes NaN, which problemOf rejects.
      onChange={(now) => set(limit, now === '' ? Number.NaN : Number(now))}
      error={problemOf(values, limit) && t('limits.outOfRange', range)}
    />
  );
}
