import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LimitField } from '../limit-field';
import { problemOf } from '../problems';
import classes from '../settings.module.css';
import { useSettingsDesk } from '../settings-context';
import { SettingsSection } from '../settings-section';

/** The limits for sign-in attempts, waiting times, sessions and the lock. */
export function Limits() {
  const { t } = useTranslation('settings');
  const { values } = useSettingsDesk().draft;
  const { signInTries, signInWaitSeconds } = values;
  const isSound =
    problemOf(values, 'signInTries') === null && problemOf(values, 'signInWaitSeconds') === null;
  const { t: tell } = useTranslation('refusals');
  const wait = tell('seconds', { count: signInWaitSeconds });
  return (
    <SettingsSection section="limits">
      <div className={classes.pair}>
        <LimitField limit="signInTries" label={t('limits.tries')} />
        <LimitField limit="signInWaitSeconds" label={t('limits.wait')} hint={t('limits.waitHint')} />
        <LimitField limit="pinHours" label={t('limits.pinHours')} hint={t('limits.pinHoursHint')} />
        <LimitField limit="sessionHours" label={t('limits.session')} hint={t('limits.sessionHint')} />
        <LimitField limit="lockAfterMinutes" label={t('limits.lock')} hint={t('limits.lockHint')} />
      </div>
      <Text c="dimmed" fz="sm" mih="1lh">
        {isSound && t('limits.summary', { tries: signInTries, wait })}
      </Text>
    </SettingsSection>
  );
}
