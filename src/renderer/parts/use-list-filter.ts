import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type KeyName, usePageKeys } from '#renderer/lib/keys';
import { rpc } from '#renderer/lib/rpc';
import { useScanCall } from '#renderer/ui/use-scan-call';
import type { WordsFilter } from './list-filters';

/** The filter state of a list, with a key for its search box; a scan finds the rows with that product. */
export function useListFilter<Filter extends WordsFilter>(initial: Filter, findKey: KeyName) {
  const { t } = useTranslation('common');
  const [filter, setFilter] = useState(initial);
  const box = useRef<HTMLInputElement>(null);
  const scanning = useScanCall(async (scanned) => {
    const { product } = await rpc.scanning.product(scanned);
    setFilter((before) => ({ ...before, search: product.sku }));
  });
  usePageKeys([{ keys: findKey, label: t('filters.find'), run: () => box.current?.focus() }]);
  return { filter, setFilter, box, scanning };
}

/** What {@link useListFilter} returns. */
export type ListFiltering<Filter extends WordsFilter> = ReturnType<typeof useListFilter<Filter>>;
