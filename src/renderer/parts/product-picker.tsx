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
  /** The field itself, for who gives it the focus. */
  box?: RefObject<HTMLInputElement | null>;
  autoFocus?: boolean;
  /** How much of a row it takes. */
  flex?: string;
}

const CHOICES = 20;
/** Long enough to leave out what is typed on the way to a word. */
const TYPING_MS = 150;

/** Finds one product by any part of its name, SKU or barcode, as one types. */
export function ProductPicker(props: ProductPickerProps) {
  const { label, placeholder, nothingFound, picked, onPick, box, autoFocus = false } = props;
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text, TYPING_MS);
  const { data, isPlaceholderData } = useQuery(
    orpc.catalogue.listProducts.queryOptions({
      // In no order of its own, a search gives the best match first.
      input: { search: search === picked?.name ? '' : search, sort: [], limit: CHOICES },
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
      // The store has found them already, by more than their names.
      filter={({ options }) => options.filter((option) => 'value' in option && isFound(option.value))}
      searchValue={text}
      onSearchChange={setText}
      data={choices.map(({ id, name }) => ({ value: String(id), label: name }))}
      value={picked === null ? null : String(picked.id)}
      onChange={(value) => {
        // A box that only adds what is picked is empty for the next one.
        setText('');
        onPick(choices.find(({ id }) => String(id) === value) ?? null);
      }}
    />
  );
}
