import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../problems';
import classes from '../settings.module.css';
import { useSettingsDesk } from '../settings-context';
import { SettingsSection } from '../settings-section';

/** The store's name, address and contact details. */
export function StoreDetails() {
  const { t } = useTranslation('settings');
  const { values, set } = useSettingsDesk().draft;
  const field = (name: 'name' | 'phone' | 'email' | 'taxNumber') => ({
    label: t(`details.${name}`),
    value: values[name],
    onChange: (event: { currentTarget: { value: string } }) => set(name, event.currentTarget.value),
  });
  return (
    <SettingsSection section="details">
      <TextInput {...field('name')} maxLength={100} error={problemOf(values, 'name') && t('problems.name')} />
      <Textarea
        label={t('details.address')}
        autosize
        minRows={2}
        maxLength={500}
        value={values.address}
        onChange={(event) => set('address', event.currentTarget.value)}
      />
      <div className={classes.pair}>
        <TextInput {...field('phone')} maxLength={60} />
        <TextInput
          {...field('email')}
          type="email"
          maxLength={200}
          error={problemOf(values, 'email') && t('problems.email')}
        />
        <TextInput {...field('taxNumber')} maxLength={60} />
      </div>
    </SettingsSection>
  );
}
