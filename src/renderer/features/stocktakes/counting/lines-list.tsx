import { SegmentedControl, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Format, useFormat } from '#renderer/lib/format';
import { useRows } from '#renderer/lib/paged';
import type { DataColumn } from '#renderer/ui/data-table-row';
import { EmptyState } from '#renderer/ui/empty-state';
import { PagedTable } from '#renderer/ui/paged-table';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { TwoLines } from '#renderer/ui/two-lines';
import type { Stocktake, StocktakeLine } from '#shared/contract/stocktakes';

import { linesOptions } from '../stocktake-queries';

interface LinesListProps {
  stocktake: Stocktake;
  /** Called for an opened row, which is counted by hand. */
  onOpen: (line: StocktakeLine) => void;
}

const SHOWN = ['uncounted', 'counted', 'all'] as const;

/** The uncounted or the counted lines; with the expected quantity unless the count is blind. */
export function LinesList({ stocktake, onOpen }: LinesListProps) {
  const { t } = useTranslation('stocktakes');
  const format = useFormat();
  const [shown, setShown] = useState<(typeof SHOWN)[number]>('uncounted');
  const [search, setSearch] = useState('');
  const filter = { stocktakeId: stocktake.id, filter: shown, search: useDeferredValue(search) };
  const list = useInfiniteQuery(linesOptions(filter));
  const rows = useRows(list);
  const columns = useMemo(() => lineColumns(t, format, stocktake.blind), [t, format, stocktake.blind]);
  const left = stocktake.lineCount - stocktake.countedCount;
  const done = stocktake.lineCount === 0 ? 'lines.empty' : 'lines.allCounted';
  const empty = shown === 'uncounted' && search === '' ? done : 'lines.nothing';
  const counts = { uncounted: left, counted: stocktake.countedCount, all: stocktake.lineCount };
  return (
    <>
      <SegmentedControl
        fullWidth
        aria-label={t('lines.show')}
        data={SHOWN.map((value) => ({
          value,
          label: t(`lines.${value}`, { number: format.count(counts[value]) }),
        }))}
        value={shown}
        onChange={(value) => setShown(value as (typeof SHOWN)[number])}
      />
      <TextInput
        aria-label={t('lines.find')}
        placeholder={t('lines.find')}
        leftSection={<IconSearch size={18} aria-hidden />}
        maxLength={200}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <RefusalNote error={list.error} />
      <PagedTable
        list={list}
        label={t('lines.label')}
        columns={columns}
        rows={rows}
        getRowId={({ id }) => id}
        onOpen={onOpen}
        emptyState={<EmptyState title={t(empty)} hint={empty === 'lines.nothing' ? '' : t(`${empty}Hint`)} />}
      />
    </>
  );
}

function lineColumns(
  t: TFunction<'stocktakes'>,
  format: Format,
  blind: boolean,
): DataColumn<StocktakeLine>[] {
  const columns: (DataColumn<StocktakeLine> | false)[] = [
    {
      id: 'product',
      header: t('columns.product'),
      width: 'minmax(8rem, 2fr)',
      cell: ({ productName, sku, batchNumber }) => (
        <TwoLines
          first={productName}
          second={[sku, batchNumber === null ? '' : t('batch', { number: batchNumber })]
            .filter(Boolean)
            .join(' · ')}
        />
      ),
    },
    !blind && {
      id: 'expected',
      header: t('columns.expected'),
      align: 'end',
      width: 'minmax(5.5rem, 0.7fr)',
      cell: ({ expectedMilli, unit }) => (expectedMilli === null ? '' : format.quantity(expectedMilli, unit)),
    },
    {
      id: 'counted',
      header: t('columns.counted'),
      align: 'end',
      width: 'minmax(5.5rem, 0.7fr)',
      cell: ({ countedMilli, unit }) => (
        <Text span inherit fw={650}>
          {countedMilli === null ? '–' : format.quantity(countedMilli, unit)}
        </Text>
      ),
    },
  ];
  return columns.filter((column) => column !== false);
}
