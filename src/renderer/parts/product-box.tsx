import { Combobox, Group, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBarcode } from '@tabler/icons-react';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import type { Outputs } from '#shared/contract/index';

type FoundProduct = Outputs['catalogue']['listProducts']['rows'][number];

interface ProductBoxProps {
  box: RefObject<HTMLInputElement | null>;
  label: string;
  placeholder: string;
  /** What a product that was found is used for. */
  onPick: (product: FoundProduct) => void;
  /** What a scan of the code would do; answers whether the box is done with it. */
  onCode: (code: string) => boolean | Promise<boolean>;
  /** What is said of a product beside its name; its SKU where nothing is given. */
  detailOf?: (product: FoundProduct) => string;
  size?: 'md' | 'lg';
  flex?: string;
}

const CHOICES = 8;
const DIGITS = /^\d+$/;
const TYPING_MS = 120;
const ICON_PX = { md: 22, lg: 26 };

/** The box of a page that is scanned at: takes a code as if it were scanned, and finds by any part of a name. */
export function ProductBox({ box, label, onPick, onCode, detailOf, size = 'lg', ...shown }: ProductBoxProps) {
  const { t } = useTranslation('common');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), TYPING_MS);
  const { data, isPlaceholderData } = useQuery(
    orpc.catalogue.listProducts.queryOptions({
      input: search === '' ? skipToken : { search, limit: CHOICES },
      placeholderData: keepPreviousData,
    }),
  );
  const found = text.trim() === '' ? [] : (data?.rows ?? []);
  const empty = (): void => {
    setText('');
    combobox.closeDropdown();
  };
  const pick = (product: FoundProduct | undefined): void => {
    if (!product) return;
    onPick(product);
    empty();
  };
  const enter = async (): Promise<void> => {
    const code = text.trim();
    // The choices shown may still be those of what was typed before.
    const answers = search === code && !isPlaceholderData ? found : [];
    const meant = answers.length === 1 ? answers[0] : answers.find(({ sku }) => sku === code);
    // Words with one answer mean that one, of several the first is offered; whatever else was typed is taken as a code.
    if (meant) pick(meant);
    else if (answers.length > 1 && !DIGITS.test(code)) {
      combobox.openDropdown();
      combobox.selectFirstOption();
    } else if (code !== '' && (await onCode(code))) {
      // What was typed in the meantime stays.
      setText((now) => (now.trim() === code ? '' : now));
      combobox.closeDropdown();
    }
  };
  return (
    <Combobox
      store={combobox}
      withinPortal={false}
      onOptionSubmit={(value) => pick(found.find(({ id }) => String(id) === value))}
    >
      <Combobox.Target>
        <TextInput
          {...shown}
          ref={box}
          autoFocus
          size={size}
          aria-label={label}
          leftSection={<IconBarcode size={ICON_PX[size]} aria-hidden />}
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
        <Combobox.Options aria-label={t('productsFound')}>
          {found.map((product) => (
            <Combobox.Option key={product.id} value={String(product.id)}>
              <Group justify="space-between" wrap="nowrap" gap="sm">
                <Text truncate>{product.name}</Text>
                <Text size="sm" c="dimmed" flex="none">
                  {detailOf ? detailOf(product) : product.sku}
                </Text>
              </Group>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
