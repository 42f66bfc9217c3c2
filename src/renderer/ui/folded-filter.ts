import { type ComboboxParsedItem, isOptionsGroup, type OptionsFilter } from '@mantine/core';
import { folded } from '#shared/kernel/search-text';

/** Offers the options that contain the typed text, compared in the same way as in all searches. */
export const foldedFilter: OptionsFilter = ({ options, search, limit }) => {
  const wanted = folded(search.trim());
  let left = limit;
  const fits = ({ label }: { label: string }): boolean => {
    const isOffered = left > 0 && folded(label).includes(wanted);
    if (isOffered) left -= 1;
    return isOffered;
  };
  return options.flatMap((option): ComboboxParsedItem[] => {
    if (isOptionsGroup(option)) return [{ ...option, items: option.items.filter(fits) }];
    return fits(option) ? [option] : [];
  });
};
