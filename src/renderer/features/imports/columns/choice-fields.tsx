import { Select, SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RateField } from '#renderer/ui/rate-field';
import { Section } from '#renderer/ui/section';
import { unitOfMeasure } from '#shared/contract/common';
import type { ImportChoices, ImportField } from '#shared/contract/imports';
import { LocationOf } from './location-of';

interface ChoiceFieldsProps {
  choices: ImportChoices;
  onChange: (changes: Partial<ImportChoices>) => void;
}

/** Choices about missing or wrong values in the file; only those relevant to its columns are shown. */
export function ChoiceFields({ choices, onChange }: ChoiceFieldsProps) {
  const { t } = useTranslation(['imports', 'common']);
  const has = (field: ImportField) => choices.fields.includes(field);
  const either = <Key extends 'knownProducts' | 'missingPrice' | 'wrongCheckDigit' | 'newCategories'>(
    key: Key,
    label: string,
    options: readonly { value: ImportChoices[Key] & string; label: string }[],
  ) => (
    <Select
      label={label}
      allowDeselect={false}
      data={options}
      value={choices[key]}
      onChange={(value) => value && onChange({ [key]: value })}
    />
  );
  return (
    <Section title={t('choices.title')}>
      <Stack gap="sm">
        {(has('sku') || has('barcode')) &&
          either('knownProducts', t('choices.known'), [
            { value: 'update', label: t('choices.knownProducts.update') },
            { value: 'skip', label: t('choices.knownProducts.skip') },
          ])}
        {either('missingPrice', t('choices.price'), [
          { value: 'refuse', label: t('choices.missingPrice.refuse') },
          { value: 'inactive', label: t('choices.missingPrice.inactive') },
        ])}
        {has('barcode') &&
          either('wrongCheckDigit', t('choices.digits'), [
            { value: 'own', label: t('choices.wrongCheckDigit.own') },
            { value: 'refuse', label: t('choices.wrongCheckDigit.refuse') },
          ])}
        {has('category') &&
          either('newCategories', t('choices.categories'), [
            { value: 'make', label: t('choices.newCategories.make') },
            { value: 'useChosen', label: t('choices.newCategories.useChosen') },
          ])}
        <LocationOf choices={choices} onChange={onChange} />
        <SimpleGrid cols={2}>
          <RateField
            label={t('choices.taxRate')}
            value={choices.taxRateMilliPercent}
            onChange={(taxRateMilliPercent) =>
              taxRateMilliPercent !== null && onChange({ taxRateMilliPercent })
            }
          />
          <Select
            label={t('choices.unit')}
            allowDeselect={false}
            data={unitOfMeasure.options.map((value) => ({ value, label: t(`common:units.${value}`) }))}
            value={choices.unit}
            onChange={(unit) => unit && onChange({ unit })}
          />
        </SimpleGrid>
      </Stack>
    </Section>
  );
}
