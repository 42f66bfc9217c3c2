import type { TFunction } from 'i18next';
import type { Format } from '#renderer/lib/format';
import type { DataColumn } from '#renderer/ui/data-table-row';
import { TwoLines } from '#renderer/ui/two-lines';
import type { OrderRow } from '#shared/contract/sales-documents';
import { OrderState } from './order-state';

/**
 * The columns of the list of orders.
 * @param room `little` where only the columns that identify an order fit: beside an open order, or in a small window
 */
export function orderColumns(
  t: TFunction<'sales'>,
  format: Format,
  room: 'little' | 'some' | 'plenty',
): DataColumn<OrderRow>[] {
  const narrow = room === 'little';
  const always: DataColumn<OrderRow>[] = [
    { id: 'number', header: t('orders.number'), width: 'minmax(7rem, 1fr)', cell: ({ number }) => number },
    {
      id: 'when',
      header: t('orders.when'),
      width: narrow ? 'minmax(7.5rem, 1.2fr)' : 'minmax(10.5rem, 1.2fr)',
      spare: 1,
      cell: ({ orderedAt }) =>
        narrow ? (
          <TwoLines first={format.day(orderedAt)} second={format.time(orderedAt)} />
        ) : (
          format.dateTime(orderedAt)
        ),
    },
    {
      id: 'state',
      header: t('orders.state'),
      wraps: true,
      width: 'minmax(10rem, 1fr)',
      spare: 2,
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
  const more: (DataColumn<OrderRow> | false)[] = [
    {
      id: 'customer',
      header: t('orders.customer'),
      width: 'minmax(7rem, 1.5fr)',
      spare: 3,
      cell: ({ customerName }) => customerName || t('orders.noCustomer'),
    },
    {
      id: 'channel',
      header: t('orders.channel'),
      wraps: true,
      width: 'minmax(5.5rem, 1fr)',
      spare: 4,
      cell: ({ channelName }) => channelName,
    },
    room === 'plenty' && {
      id: 'by',
      header: t('orders.by'),
      width: 'minmax(6rem, 1fr)',
      spare: 5,
      cell: ({ byName }) => byName,
    },
  ];
  const wide = more.filter((column) => column !== false);
  return narrow ? always : [...always.slice(0, 2), ...wide, ...always.slice(2)];
}
