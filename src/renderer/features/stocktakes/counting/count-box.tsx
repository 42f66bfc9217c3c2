import { Combobox, Group, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBarcode } from '@tabler/icons-react';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../../lib/rpc';
import type { Counting } from './use-counting';

interface CountBoxProps {
  counting: Counting;
  box: RefObject<HTMLInputElement | null>;
}

const CHOICES = 8;
const TYPING_MS = 120;

/** Counts a product by what is typed: a code as if it were scanned, else one that is found, whose quantity is asked. */
export function CountBox({ counting, box }: CountBoxProps) {
  const { t } = useTranslation('stocktakes');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), TYPING_MS);
  const { data } = useQuery(
    orpc.catalogue.listProducts.queryOptions({
      input: search === '' ? skipToken : { search, limit: CHOICES },
      placeholderData: keepPreviousData,
    }),
  );
  const found = text.trim() === '' ? [] : (data?.rows ?? []);
  const pick = (id: number): void => {
    const product = found.find((one) => one.id === id);
    if (!product) return;
    const { name, unit } = product;
    counting.askFor({ productId: id, name, unit, batchNumber: null, quantityMilli: null, batch: {} });
    setText('');
    combobox.closeDropdown();
  };
  const enter = (): void => {
    const code = text.trim();
    const [only, ...others] = found;
    if (code === '') return;
    if (only && others.length === 0 && search === code) {
      pick(only.id);
      return;
    }
    void counting.scan(code);
    setText('');
    combobox.closeDropdown();
  };
  return (
    <Combobox store={combobox} withinPortal={false} onOptionSubmit={(value) => pick(Number(value))}>
      <Combobox.Target>
        <TextInput
          ref={box}
          autoFocus
          size="lg"
          aria-label={t('counting.find')}
          placeholder={t('counting.placeholder')}
          leftSection={<IconBarcode size={26} aria-hidden />}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            combobox.resetSelectedOption();
            combobox.openDropdown();
          }}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && combobox.getSelectedOptionIndex() < 0) {
              event.preventDefault();
              enter();
            } else if (event.key === 'Escape' && text !== '') {
              event.preventDefault();
              setText('');
            }
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={found.length === 0}>
        <Combobox.Options aria-label={t('counting.found')}>
          {found.map(({ id, name, sku }) => (
            <Combobox.Option key={id} value={String(id)}>
              <Group justify="space-between" wrap="nowrap" gap="sm">
                <Text truncate>{name}</Text>
                <Text size="sm" c="dimmed" flex="none">
                  {sku}
                </Text>
              </Group>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
