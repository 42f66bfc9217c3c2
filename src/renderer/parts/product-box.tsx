import { Combobox, Group, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconBarcode } from '@tabler/icons-react';
import { keepPreviousData, skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import type { Outputs } from '#shared/contract/index';

type FoundProduct = Outputs['catalogue']['listProducts']['rows'][number];

interface ProductBoxProps {
  box: RefObject<HTMLInputElement | null>;
  label: string;
  placeholder: string;
  /** Called with the chosen product. */
  onPick: (product: FoundProduct) => void;
  /** Handles a code like a scan; returns whether the box can be cleared. */
  onCode: (code: string) => boolean | Promise<boolean>;
  /** The detail shown beside a product's name; its SKU by default. */
  detailOf?: (product: FoundProduct) => string;
  size?: 'md' | 'lg';
  flex?: string;
}

const CHOICES = 8;
const DIGITS = /^\d+$/;
const TYPING_MS = 120;
const ICON_PX = { md: 22, lg: 26 };

/** Without a requested order, a search returns the best match first. */
const inputFor = (search: string) => ({ search, limit: CHOICES });
const searchFor = (search: string) => orpc.catalogue.listProducts.queryOptions({ input: inputFor(search) });

/**
 * The product box of a page that also takes scans. It accepts a typed code like a scan, and searches by any part of a
 * name. Matching products are offered with the first one highlighted; Enter chooses it.
 */
export function ProductBox({ box, label, onPick, onCode, detailOf, size = 'lg', ...shown }: ProductBoxProps) {
  const { t } = useTranslation('common');
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [text, setText] = useState('');
  const [search, setSearch] = useState('');
  const searchSoon = useDebouncedCallback(setSearch, TYPING_MS);
  const queries = useQueryClient();
  const { data, isPlaceholderData } = useQuery({
    ...orpc.catalogue.listProducts.queryOptions({
      input: search === '' ? skipToken : inputFor(search),
    }),
    placeholderData: keepPreviousData,
  });
  const found = text.trim() === '' ? [] : (data?.rows ?? []);
  const fits = search === text.trim() && data !== undefined && !isPlaceholderData;
  const offerFirst = useEffectEvent(() => {
    // Digits may be a code, and a choice already made with the arrows is kept.
    if (found.length > 0 && !DIGITS.test(search) && combobox.getSelectedOptionIndex() < 0) {
      combobox.selectFirstOption();
    }
  });
  useEffect(() => {
    if (fits) offerFirst();
  }, [fits]);
  /** A ref, because a second Enter can arrive before the first one is done. */
  const isEntering = useRef(false);
  /** Empties the box, unless other text was typed in the meantime. */
  const clear = (used: string): void => {
    setText((now) => (now.trim() === used ? '' : now));
    combobox.closeDropdown();
  };
  const pick = (product: FoundProduct | undefined, used: string): void => {
    if (!product) return;
    onPick(product);
    clear(used);
  };
  const enter = async (): Promise<void> => {
    const code = text.trim();
    // The shown products may still be those of the previous text. If the search fails, handling the code reports why.
    const { rows } = await queries.fetchQuery(searchFor(code)).catch(() => ({ rows: [] }));
    const meant = rows.length === 1 ? rows[0] : rows.find(({ sku }) => sku === code);
    // A single match is chosen; of several, the first is offered; anything else is handled as a code.
    if (meant) pick(meant, code);
    else if (rows.length > 1 && !DIGITS.test(code)) {
      // Offers the first match for this text, not for the text shown before.
      flushSync(() => setSearch(code));
      combobox.openDropdown();
      combobox.selectFirstOption();
    } else if (await onCode(code)) clear(code);
    // The page shows the error below the box.
    else combobox.closeDropdown();
  };
  const enterOnce = (): void => {
    if (isEntering.current || text.trim() === '') return;
    isEntering.current = true;
    void enter().finally(() => {
      isEntering.current = false;
    });
  };
  return (
    <Combobox
      store={combobox}
      withinPortal={false}
      onOptionSubmit={(value) =>
        pick(
          found.find(({ id }) => String(id) === value),
          text.trim(),
        )
      }
    >
      <Combobox.Target>
        <TextInput
          {...shown}
          ref={box}
          autoFocus
          data-keys-when-empty
          size={size}
          aria-label={label}
          leftSection={<IconBarcode size={ICON_PX[size]} aria-hidden />}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            searchSoon(event.currentTarget.value.trim());
            combobox.resetSelectedOption();
            if (event.currentTarget.value.trim() === '') combobox.closeDropdown();
            else combobox.openDropdown();
          }}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.ctrlKey && combobox.getSelectedOptionIndex() < 0) {
              event.preventDefault();
              enterOnce();
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
                {/* Not dimmed: dimmed text cannot be read on the highlight colour. */}
                <Text size="sm" flex="none">
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
