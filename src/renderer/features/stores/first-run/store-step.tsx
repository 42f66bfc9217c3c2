import { Stack, Textarea, TextInput } from '@mantine/core';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import { countries } from '#renderer/lib/countries';
import { SearchSelect } from '#renderer/ui/search-select';
import { type DraftForm, suggestionFor } from './store-draft';

/** The store's details for receipts, and its country. */
export function StoreStep({ form }: { form: DraftForm }) {
  const { t } = useTranslation(['stores-first-run', 'common']);
  const optional = (label: string): string => t('common:optional', { label });
  const names = new Intl.DisplayNames(i18next.language, { type: 'region' });
  const choices = countries
    .map(({ code }) => ({ value: code, label: names.of(code) ?? code }))
    .sort((one, other) => one.label.localeCompare(other.label));
  return (
    <Stack>
      <TextInput
        autoFocus
        size="md"
        label={t('stores-first-run:store.name')}
        {...form.getInputProps('name')}
      />
      <Textarea
        label={optional(t('stores-first-run:store.address'))}
        description={t('stores-first-run:store.addressHint')}
        autosize
        minRows={2}
        {...form.getInputProps('address')}
      />
      <SearchSelect
        label={t('stores-first-run:store.country')}
        description={t('stores-first-run:store.countryHint')}
        data={choices}
        value={form.values.country || null}
        onChange={(code) => {
          if (code) form.setValues(suggestionFor(code));
        }}
      />
      <TextInput
        label={optional(t('stores-first-run:store.taxNumber'))}
        {...form.getInputProps('taxNumber')}
      />
    </Stack>
  );
}
