import { NumberInput, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format';
import { LIMITS, type Limit, problemOf } from './problems';
import classes from './settings.module.css';
import { useSettingsDesk } from './settings-context';
import { SettingsSection } from './settings-section';

/** Tries, waits, sessions and the lock. */
export function Limits() {
  const { t } = useTranslation('settings');
  const { signInTries, signInWaitSeconds } = useSettingsDesk().draft.values;
  return (
    <SettingsSection section="limits">
      <div className={classes.pair}>
        <LimitField limit="signInTries" label={t('limits.tries')} />
        <LimitField limit="signInWaitSeconds" label={t('limits.wait')} />
        <LimitField limit="sessionHours" label={t('limits.session')} />
        <LimitField limit="lockAfterMinutes" label={t('limits.lock')} hint={t('limits.lockHint')} />
      </div>
      <Text c="dimmed" fz="sm">
        {t('limits.summary', { tries: signInTries, wait: useSeconds(signInWaitSeconds) })}
      </Text>
    </SettingsSection>
  );
}

function LimitField({ limit, label, hint }: { limit: Limit; label: string; hint?: string }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const { values, set } = useSettingsDesk().draft;
  const range = { min: format.count(LIMITS[limit].min), max: format.count(LIMITS[limit].max) };
  const value = values[limit];
  return (
    <NumberInput
      label={label}
      description={hint ?? t('limits.range', range)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="none"
      {...LIMITS[limit]}
      value={Number.isNaN(value) ? '' : value}
      // An empty field is no number, which problemOf refuses.
      onChange={(now) => set(limit, now === '' ? Number.NaN : Number(now))}
      error={problemOf(values, limit) && t('limits.outOfRange', range)}
    />
  );
}

function useSeconds(seconds: number): string {
  const { t } = useTranslation('refusals');
  return t('seconds', { count: Number.isNaN(seconds) ? 0 : seconds });
}
