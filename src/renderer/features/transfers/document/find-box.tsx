import { Combobox, Group, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBarcode } from '@tabler/icons-react';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../../lib/rpc';
import type { ScansOnto } from './use-scans-onto';

interface FindBoxProps {
  scans: ScansOnto;
  box: RefObject<HTMLInputElement | null>;
}

const CHOICES = 8;
const TYPING_MS = 120;

/** Puts on the transfer what is typed: a code as if it were scanned, else any part of what a product is called. */
export function FindBox({ scans, box }: FindBoxProps) {
  const { t } = useTranslation('transfers');
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
    void scans.pick(product);
    setText('');
    combobox.closeDropdown();
  };
  const enter = async (): Promise<void> => {
    const code = text.trim();
    const [only, ...others] = found;
    // Words with one answer mean that one; whatever else was typed is taken as a code.
    if (only && others.length === 0 && search === code) pick(only.id);
    else if (code !== '' && (await scans.scan(code))) {
      setText('');
      combobox.closeDropdown();
    }
  };
  return (
    <Combobox store={combobox} withinPortal={false} onOptionSubmit={(value) => pick(Number(value))}>
      <Combobox.Target>
        <TextInput
          ref={box}
          autoFocus
          flex="1 1 18rem"
          size="md"
          aria-label={t('document.find')}
          placeholder={t('document.findPlaceholder')}
          leftSection={<IconBarcode size={22} aria-hidden />}
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
            if (event.key === 'Enter' && !event.ctrlKey && combobox.getSelectedOptionIndex() < 0) {
              event.preventDefault();
              void enter();
            } else if (event.key === 'Escape' && text !== '') {
              event.preventDefault();
              setText('');
            }
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={found.length === 0}>
        <Combobox.Options aria-label={t('document.found')}>
          {found.map((product) => (
            <Combobox.Option key={product.id} value={String(product.id)}>
              <Group justify="space-between" wrap="nowrap" gap="sm">
                <Text truncate>{product.name}</Text>
                <Text size="sm" c="dimmed" flex="none">
                  {product.sku}
                </Text>
              </Group>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
