import { IconStack2 } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { useRows } from '#renderer/lib/paged';
import { useMay } from '#renderer/lib/session';
import type { DataColumn } from '#renderer/ui/data-table-row';
import { EmptyState } from '#renderer/ui/empty-state';
import { PagedTable } from '#renderer/ui/paged-table';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { ProductStock } from '#shared/contract/overview';
import { productsOptions } from '../overview-queries';
import { valueColumn } from './sum-columns';
import { useOpenProduct } from './use-open-product';

/** The products with stock on hand directly in a category, or without a category; a row leads to its product. */
export function ProductList({ categoryId }: { categoryId: number | null }) {
  const { t } = useTranslation(['overview', 'common']);
  const format = useFormat();
  const withValue = useMay()('seeCost') === 'yes';
  const openProduct = useOpenProduct();
  const list = useInfiniteQuery(productsOptions(categoryId));
  const rows = useRows(list);
  const columns: DataColumn<ProductStock>[] = [
    {
      id: 'product',
      header: t('columns.product'),
      width: 'minmax(10rem, 3fr)',
      cell: ({ productName }) => productName,
    },
    { id: 'sku', header: t('columns.sku'), width: 'minmax(6rem, 1fr)', cell: ({ sku }) => sku },
    {
      id: 'onHand',
      header: t('columns.onHand'),
      align: 'end',
      cell: ({ onHandMilli, unit }) => format.quantity(onHandMilli, unit),
    },
    {
      id: 'available',
      header: t('columns.available'),
      align: 'end',
      cell: ({ availableMilli, unit }) => format.quantity(availableMilli, unit),
    },
    ...(withValue ? [valueColumn(t, format)] : []),
  ];
  return (
    <>
      <RefusalNote error={list.error} />
      <PagedTable
        list={list}
        label={t('lists.products')}
        columns={columns}
        rows={rows}
        getRowId={({ productId }) => productId}
        onOpen={openProduct}
        emptyState={
          <EmptyState icon={<IconStack2 size={36} />} title={t('empty.title')} hint={t('empty.hint')} />
        }
      />
    </>
  );
}
