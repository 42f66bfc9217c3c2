import type { TFunction } from 'i18next';
import type { OrderRow } from '#shared/contract/sales-documents';
import type { DataColumn } from '../../../components/data-table-row';
import type { Format } from '../../../lib/format';
import { OrderState } from './order-state';

/**
 * The columns of the list of orders.
 * @param narrow true where only what tells orders apart has room: beside an open order, or in a small window
 */
export function orderColumns(t: TFunction<'sales'>, format: Format, narrow: boolean): DataColumn<OrderRow>[] {
  const always: DataColumn<OrderRow>[] = [
    { id: 'number', header: t('orders.number'), width: 'minmax(7rem, 1fr)', cell: ({ number }) => number },
    {
      id: 'when',
      header: t('orders.when'),
      width: 'minmax(8.5rem, 1.2fr)',
      cell: ({ orderedAt }) => (narrow ? format.day(orderedAt) : format.dateTime(orderedAt)),
    },
    {
      id: 'state',
      header: t('orders.state'),
      width: 'minmax(7.5rem, 1fr)',
      cell: ({ state }) => <OrderState state={state} />,
    },
    {
      id: 'total',
      header: t('orders.amount'),
      align: 'end',
      width: 'minmax(6rem, 0.8fr)',
      cell: ({ totalMinor }) => format.money(totalMinor),
    },
  ];
  const wide: DataColumn<OrderRow>[] = [
    {
      id: 'customer',
      header: t('orders.customer'),
      width: 'minmax(7rem, 1.5fr)',
      cell: ({ customerName }) => customerName || t('orders.noCustomer'),
    },
    {
      id: 'channel',
      header: t('orders.channel'),
      width: 'minmax(5.5rem, 1fr)',
      cell: ({ channelName }) => channelName,
    },
    { id: 'by', header: t('orders.by'), width: 'minmax(6rem, 1fr)', cell: ({ byName }) => byName },
  ];
  return narrow ? always : [...always.slice(0, 2), ...wide, ...always.slice(2)];
}
