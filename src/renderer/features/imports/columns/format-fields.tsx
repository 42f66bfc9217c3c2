import { Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '#renderer/ui/section';
import {
  type FileSeparator,
  fileEncoding,
  fileSeparator,
  type ImportChoices,
} from '#shared/contract/imports';

interface FormatFieldsProps {
  choices: ImportChoices;
  onChange: (changes: Partial<ImportChoices>) => void;
  /** Called when the file has to be read again. */
  onReadAgain: (said: Pick<ImportChoices, 'encoding' | 'separator'>) => void;
}

const SEPARATOR_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const satisfies Record<
  FileSeparator,
  string
>;

/** The detected format of the file, which can be corrected. */
export function FormatFields({ choices, onChange, onReadAgain }: FormatFieldsProps) {
  const { t } = useTranslation('imports');
  const { encoding, separator, decimalSign } = choices;
  return (
    <Section title={t('format.title')}>
      <Stack gap="sm">
        <Select
          label={t('format.encoding')}
          allowDeselect={false}
          data={fileEncoding.options.map((value) => ({ value, label: t(`format.encodings.${value}`) }))}
          value={encoding}
          onChange={(value) => value && onReadAgain({ encoding: value, separator })}
        />
        <Select
          label={t('format.separator')}
          allowDeselect={false}
          data={fileSeparator.options.map((value) => ({
            value,
            label: t(`format.separators.${SEPARATOR_NAMES[value]}`),
          }))}
          value={separator}
          onChange={(value) => value && onReadAgain({ encoding, separator: value })}
        />
        <Select
          label={t('format.decimalSign')}
          allowDeselect={false}
          data={(['point', 'comma'] as const).map((value) => ({
            value,
            label: t(`format.decimalSigns.${value}`),
          }))}
          value={decimalSign}
          onChange={(value) => value && onChange({ decimalSign: value })}
        />
      </Stack>
    </Section>
  );
}
