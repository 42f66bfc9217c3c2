import { Table, Text } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchSelect } from '#renderer/ui/search-select';
import { Section } from '#renderer/ui/section';
import { useLostFocus } from '#renderer/ui/use-lost-focus';
import { type ExaminedFile, type ImportField, importField } from '#shared/contract/imports';

interface ColumnFieldsProps {
  file: ExaminedFile;
  fields: readonly (ImportField | null)[];
  onChange: (fields: (ImportField | null)[]) => void;
}

const NONE = 'none';

/** Assigns a field to each column of the file. A field assigned to a second column is removed from the first. */
export function ColumnFields({ file, fields, onChange }: ColumnFieldsProps) {
  const { t } = useTranslation('imports');
  const first = useRef<HTMLInputElement>(null);
  useLostFocus(first);
  const choices = [
    { value: NONE, label: t('columns.none') },
    ...importField.options.map((field) => ({ value: field, label: t(`fields.${field}`) })),
  ];
  const give = (column: number, field: ImportField | null): void => {
    const others = fields.map((before) => (before === field ? null : before));
    onChange(others.with(column, field));
  };
  return (
    <Section
      title={t('columns.title')}
      hint={file.isRemembered ? t('columns.remembered') : t('columns.hint')}
    >
      <Table verticalSpacing={6} layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="50%">{t('columns.column')}</Table.Th>
            <Table.Th>{t('columns.holds')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {file.columns.map(({ heading, samples }, index) => {
            const name = heading || t('columns.nameless', { number: index + 1 });
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is identified by its position in the file
              <Table.Tr key={index}>
                <Table.Td>
                  <Text fw={600} truncate title={name}>
                    {name}
                  </Text>
                  <Text size="sm" c="dimmed" truncate title={samples.join('\n')}>
                    {samples.join(' · ')}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <SearchSelect
                    ref={index === 0 ? first : null}
                    aria-label={t('columns.of', { heading: name })}
                    data={choices}
                    value={fields[index] ?? NONE}
                    onChange={(value) => give(index, asField(value))}
                  />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Section>
  );
}

function asField(value: string | null): ImportField | null {
  return importField.options.find((field) => field === value) ?? null;
}
