import { Select, type SelectProps } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { foldedFilter } from './folded-filter';

interface SearchSelectProps extends Omit<SelectProps, 'searchable' | 'selectFirstOptionOnChange'> {
  /** Whether the listed options match the typed text; false while the store is queried. */
  listFits?: boolean;
}

/**
 * A searchable select: Enter and Tab take the first option, or the one the arrows moved to. On focus its text is
 * selected, so that typing replaces it.
 */
export function SearchSelect({ listFits = true, ...look }: SearchSelectProps) {
  const isTyped = useRef(false);
  /** The field in which Enter was pressed before the store had answered. */
  const entered = useRef<HTMLInputElement | null>(null);
  useEffect(() => {
    if (!(listFits && entered.current)) return;
    offeredIn(entered.current)?.click();
    entered.current = null;
  }, [listFits]);
  const forget = (): void => {
    isTyped.current = false;
    entered.current = null;
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    const field = event.currentTarget;
    if (event.key === 'Escape') forget();
    if (!isTyped.current || field.value.trim() === '') return;
    if (event.key === 'Tab' && listFits) offeredIn(field)?.click();
    if (event.key !== 'Enter') return;
    // Enter chooses from the list here; it does not submit the form.
    event.preventDefault();
    event.stopPropagation();
    if (listFits) offeredIn(field)?.click();
    else entered.current = field;
  };
  return (
    <Select
      filter={foldedFilter}
      {...look}
      searchable
      selectFirstOptionOnChange={listFits}
      onKeyDownCapture={onKey}
      onInput={() => {
        isTyped.current = true;
        entered.current = null;
      }}
      onOptionSubmit={(value) => {
        forget();
        look.onOptionSubmit?.(value);
      }}
      onFocus={(event) => {
        event.currentTarget.select();
        look.onFocus?.(event);
      }}
      onBlur={(event) => {
        forget();
        look.onBlur?.(event);
      }}
    />
  );
}

/** The option that is highlighted in the list of a field, else the first one. */
function offeredIn(field: HTMLInputElement): HTMLElement | null {
  const list = document.getElementById(field.getAttribute('aria-controls') ?? '');
  const option = '[data-combobox-option]:not([data-combobox-disabled])';
  return (
    list?.querySelector<HTMLElement>('[data-combobox-selected]') ??
    list?.querySelector<HTMLElement>(option) ??
    null
  );
}
