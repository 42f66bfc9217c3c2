import { IconCalendarCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { useMay } from '#renderer/lib/session';
import { ExpiryMark } from '#renderer/parts/batches/expiry-mark';
import type { DataColumn } from '#renderer/ui/data-table-row';
import { EmptyState } from '#renderer/ui/empty-state';
import { PagedTable } from '#renderer/ui/paged-table';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { ExpiringStock } from '#shared/contract/overview';
import { expiringOptions } from '../overview-queries';
import { valueColumn } from './sum-columns';
import { useOpenProduct } from './use-open-product';

/** Stock that has expired or soon will, earliest first; a row leads to its product. */
export function ExpiringList() {
  const { t } = useTranslation(['overview', 'common']);
  const format = useFormat();
  const withValue = useMay()('seeCost') === 'yes';
  const openProduct = useOpenProduct();
  const list = useInfiniteQuery(expiringOptions());
  // A batch may be at several locations, so a row is identified by its position in the list.
  const rows = useMemo(
    () =>
      (list.data?.pages.flatMap((page) => page.rows) ?? []).map((row, index) => ({ ...row, id: index + 1 })),
    [list.data],
  );
  const columns: DataColumn<ExpiringStock>[] = [
    {
      id: 'expires',
      header: t('columns.expires'),
      width: 'minmax(12.5rem, 1.4fr)',
      cell: ({ expiresOn }) => <ExpiryMark expiresOn={expiresOn} />,
    },
    {
      id: 'product',
      header: t('columns.product'),
      width: 'minmax(10rem, 3fr)',
      cell: ({ productName }) => productName,
    },
    { id: 'batch', header: t('columns.batch'), cell: ({ batchNumber }) => batchNumber },
    { id: 'location', header: t('columns.location'), cell: ({ locationName }) => locationName },
    {
      id: 'onHand',
      header: t('columns.onHand'),
      align: 'end',
      cell: ({ onHandMilli, unit }) => format.quantity(onHandMilli, unit),
    },
    ...(withValue ? [valueColumn(t, format)] : []),
  ];
  return (
    <>
      <RefusalNote error={list.error} />
      <PagedTable
        list={list}
        label={t('lists.expiring')}
        columns={columns}
        rows={rows}
        getRowId={({ id }) => id}
        onOpen={openProduct}
        emptyState={
          <EmptyState
            icon={<IconCalendarCheck size={36} />}
            title={t('empty.expiringTitle')}
            hint={t('empty.expiringHint')}
          />
        }
      />
    </>
  );
}
