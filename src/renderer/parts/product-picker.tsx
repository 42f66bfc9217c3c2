import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import { orpc } from '#renderer/lib/rpc';
import { SearchSelect } from '#renderer/ui/search-select';

export interface PickedProduct {
  id: number;
  name: string;
}

interface ProductPickerProps {
  label: string;
  placeholder: string;
  nothingFound: string;
  picked: PickedProduct | null;
  onPick: (product: PickedProduct | null) => void;
  /** The field itself, for callers that focus it. */
  box?: RefObject<HTMLInputElement | null>;
  autoFocus?: boolean;
  /** Its share of a row, as CSS flex. */
  flex?: string;
}

const CHOICES = 20;
/** Long enough to skip half-typed words. */
const TYPING_MS = 150;

/** Finds one product by any part of its name, SKU or barcode while typing. */
export function ProductPicker(props: ProductPickerProps) {
  const { label, placeholder, nothingFound, picked, onPick, box, autoFocus = false } = props;
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text, TYPING_MS);
  const { data, isPlaceholderData } = useQuery(
    orpc.catalogue.listProducts.queryOptions({
      input: { search: search === picked?.name ? '' : search, limit: CHOICES },
      placeholderData: keepPreviousData,
    }),
  );
  const found = data?.rows ?? [];
  const isFound = (value: string): boolean => found.some(({ id }) => String(id) === value);
  const choices = picked === null || found.some(({ id }) => id === picked.id) ? found : [picked, ...found];
  return (
    <SearchSelect
      ref={box}
      autoFocus={autoFocus}
      flex={props.flex}
      label={label}
      placeholder={placeholder}
      nothingFoundMessage={nothingFound}
      clearable
      listFits={data !== undefined && !isPlaceholderData && search === text}
      // The store has already matched the products by more than their names, so they are not filtered again.
      filter={({ options }) => options.filter((option) => 'value' in option && isFound(option.value))}
      searchValue={text}
      onSearchChange={setText}
      data={choices.map(({ id, name }) => ({ value: String(id), label: name }))}
      value={picked === null ? null : String(picked.id)}
      onChange={(value) => {
        // A box that only adds products is emptied for the next one.
        setText('');
        onPick(choices.find(({ id }) => String(id) === value) ?? null);
      }}
    />
  );
}
