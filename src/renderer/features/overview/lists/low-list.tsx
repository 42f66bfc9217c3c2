import { IconCircleCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import type { DataColumn } from '#renderer/ui/data-table-row';
import { EmptyState } from '#renderer/ui/empty-state';
import { PagedTable } from '#renderer/ui/paged-table';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { LowStock } from '#shared/contract/overview';
import { lowOptions } from '../overview-queries';
import { useOpenProduct } from './use-open-product';

/** Stock at or below its threshold; a row leads to its product. */
export function LowList() {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const openProduct = useOpenProduct();
  const list = useInfiniteQuery(lowOptions());
  // A product may be low at several locations, so a row is identified by its position in the list.
  const rows = useMemo(
    () =>
      (list.data?.pages.flatMap((page) => page.rows) ?? []).map((row, index) => ({ ...row, id: index + 1 })),
    [list.data],
  );
  const columns: DataColumn<LowStock>[] = [
    {
      id: 'product',
      header: t('columns.product'),
      width: 'minmax(10rem, 3fr)',
      cell: ({ productName }) => productName,
    },
    { id: 'sku', header: t('columns.sku'), width: 'minmax(6rem, 1fr)', cell: ({ sku }) => sku },
    {
      id: 'where',
      header: t('columns.where'),
      width: 'minmax(7rem, 1.5fr)',
      cell: ({ locationName }) => locationName || t('everywhere'),
    },
    {
      id: 'available',
      header: t('columns.available'),
      align: 'end',
      cell: ({ availableMilli, unit }) => format.quantity(availableMilli, unit),
    },
    {
      id: 'threshold',
      header: t('columns.threshold'),
      align: 'end',
      cell: ({ thresholdMilli, unit }) => format.quantity(thresholdMilli, unit),
    },
    {
      id: 'reorder',
      header: t('columns.reorder'),
      align: 'end',
      cell: ({ reorderMilli, unit }) => (reorderMilli === null ? '–' : format.quantity(reorderMilli, unit)),
    },
  ];
  return (
    <>
      <RefusalNote error={list.error} />
      <PagedTable
        list={list}
        label={t('lists.low')}
        columns={columns}
        rows={rows}
        getRowId={({ id }) => id}
        onOpen={openProduct}
        emptyState={
          <EmptyState
            icon={<IconCircleCheck size={36} />}
            title={t('empty.lowTitle')}
            hint={t('empty.lowHint')}
          />
        }
      />
    </>
  );
}
