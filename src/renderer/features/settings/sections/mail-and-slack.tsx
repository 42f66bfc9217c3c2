import { Divider, Input, SegmentedControl, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LimitField } from '../limit-field';
import { problemOf } from '../problems';
import { SecretField } from '../secret-field';
import classes from '../settings.module.css';
import { useSettingsDesk } from '../settings-context';
import { SettingsSection } from '../settings-section';
import { DeliveryTests } from './delivery-tests';

const SECURITIES = ['tls', 'starttls', 'none'] as const;

/** How alerts are sent out: the mail server, the store's own address, and Slack. */
export function MailAndSlack() {
  const { t } = useTranslation('settings');
  const { values, set } = useSettingsDesk().draft;
  const field = (name: 'smtpHost' | 'smtpUser' | 'mailFrom' | 'alertMailTo') => ({
    label: t(`notices.${name}`),
    value: values[name],
    maxLength: 200,
    error: problemOf(values, name) && t('problems.email'),
    onChange: (event: { currentTarget: { value: string } }) => set(name, event.currentTarget.value),
  });
  return (
    <SettingsSection section="notices">
      <div className={classes.pair}>
        <TextInput {...field('smtpHost')} placeholder="smtp.example.com" />
        <LimitField limit="smtpPort" label={t('notices.smtpPort')} />
      </div>
      <Input.Wrapper label={t('notices.smtpSecurity')} labelElement="div">
        <div>
          <SegmentedControl
            aria-label={t('notices.smtpSecurity')}
            value={values.smtpSecurity}
            onChange={(value) => set('smtpSecurity', value)}
            data={SECURITIES.map((value) => ({ value, label: t(`notices.securities.${value}`) }))}
          />
        </div>
      </Input.Wrapper>
      <div className={classes.pair}>
        <TextInput {...field('smtpUser')} autoComplete="off" />
        <TextInput {...field('mailFrom')} type="email" />
        <TextInput {...field('alertMailTo')} type="email" description={t('notices.alertMailToHint')} />
      </div>
      <Divider />
      <SecretField name="mail password" />
      <TextInput
        label={t('notices.slackHost')}
        description={t('notices.slackHostHint')}
        value={values.slackHost}
        maxLength={259}
        error={problemOf(values, 'slackHost') && t('problems.host')}
        onChange={(event) => set('slackHost', event.currentTarget.value)}
      />
      <SecretField name="slack webhook" />
      <DeliveryTests />
    </SettingsSection>
  );
}
