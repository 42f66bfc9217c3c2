import { useMediaQuery } from '@mantine/hooks';
import { IconPlus, IconStack2 } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { usePageKeys } from '#renderer/lib/keys';
import { useRows } from '#renderer/lib/paged';
import { resolveInStock } from '#renderer/lib/scan/resolve-in-stock';
import { useMay } from '#renderer/lib/session';
import { isFiltered } from '#renderer/parts/list-filters';
import { DoneNote } from '#renderer/ui/done-note';
import { EmptyState } from '#renderer/ui/empty-state';
import { KeyButton } from '#renderer/ui/key-button';
import { ListCount } from '#renderer/ui/list-count';
import { Page } from '#renderer/ui/page';
import { PagedTable } from '#renderer/ui/paged-table';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { useScanCall } from '#renderer/ui/use-scan-call';
import { entryColumns } from '../entries/entry-columns';
import { EntryFilters } from '../entries/entry-filters';
import { EntryPanel } from '../entries/entry-panel';
import { type EntryFilter, listEntriesOptions } from '../entries/entry-queries';
import { OpeningStockPanel } from '../entries/opening-stock-panel';
import { stockKeys } from '../stock-keys';

/** Stock by location and batch, with search, scan and filters; a row opens beside the list. */
export function EntriesPage() {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const may = useMay();
  const { location, category, expiry } = useSearch({ from: '/stockroom/entries' });
  const [filter, setFilter] = useState<EntryFilter>({
    locationId: location,
    categoryId: category,
    expiry,
  });
  const [open, setOpen] = useState<number | 'opening' | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const productBox = useRef<HTMLInputElement>(null);
  const list = useInfiniteQuery(listEntriesOptions(useDeferredValue(filter)));
  const rows = useRows(list);
  const small = useMediaQuery('(max-width: 75em)', true, { getInitialValueInEffect: false });
  const narrow = small || open !== null;
  const tight = small && open !== null;
  const withValue = may('seeCost') === 'yes';
  const ofLocation = filter.locationId !== undefined;
  const columns = useMemo(
    () => entryColumns(t, format, { narrow, tight, withValue, ofLocation }),
    [t, format, narrow, tight, withValue, ofLocation],
  );
  const scanning = useScanCall(async (scanned) => {
    const found = await resolveInStock(scanned);
    const choice =
      found.kind === 'product' ? { search: found.product.sku } : { locationId: found.location.id };
    setFilter((before) => ({ ...before, ...choice }));
  });
  const toBox = { keys: stockKeys.find, label: t('entries.find'), run: () => box.current?.focus() };
  usePageKeys([toBox]);
  const close = (): void => setOpen(null);
  const entry = rows.find(({ id }) => id === open);
  const filtered = isFiltered(filter);
  const opening = may('moveStock') === 'yes' && (
    <KeyButton
      keys={stockKeys.opening}
      label={t('actions.opening.do')}
      icon={<IconPlus size={20} />}
      run={() => {
        setDone(null);
        setOpen('opening');
        productBox.current?.focus();
      }}
    />
  );
  return (
    <Page
      title={t('entries.title')}
      actions={opening}
      aside={
        open === 'opening' ? (
          <OpeningStockPanel
            box={productBox}
            onDone={(sentence) => {
              setDone(sentence);
              close();
            }}
            onClose={close}
          />
        ) : (
          entry && <EntryPanel key={entry.id} entry={entry} onClose={close} />
        )
      }
    >
      <EntryFilters
        filter={filter}
        onChange={setFilter}
        box={box}
        onEnter={() => rows[0] && setOpen(rows[0].id)}
      />
      <RefusalNote error={scanning.error ?? list.error} onDismiss={scanning.reset} />
      {done && <DoneNote>{done}</DoneNote>}
      <ListCount
        page={list.data?.pages[0]}
        say={(count) => t('entries.total', { count })}
        sayMore={(total) => t('entries.totalMore', { total })}
      />
      <PagedTable
        list={list}
        label={t('entries.list')}
        columns={columns}
        rows={rows}
        getRowId={({ id }) => id}
        selectedId={entry?.id ?? null}
        onOpen={({ id }) => setOpen(id)}
        emptyState={
          <EmptyState
            icon={<IconStack2 size={36} />}
            title={t(filtered ? 'entries.noMatchTitle' : 'entries.emptyTitle')}
            hint={filtered ? t('entries.noMatchHint') : t('entries.emptyHint', { key: stockKeys.opening })}
          />
        }
      />
    </Page>
  );
}
