import { Alert } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconReceipt, IconReceiptOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { usePageKeys } from '#renderer/lib/keys';
import { useRows } from '#renderer/lib/paged';
import { refusalOf } from '#renderer/lib/refusal';
import { rpc } from '#renderer/lib/rpc';
import { isFiltered } from '#renderer/parts/list-filters';
import { EmptyState } from '#renderer/ui/empty-state';
import { ListCount } from '#renderer/ui/list-count';
import { Page } from '#renderer/ui/page';
import { PagedTable } from '#renderer/ui/paged-table';
import { PrintSheet } from '#renderer/ui/print-sheet';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { useScanCall } from '#renderer/ui/use-scan-call';
import { refuse } from '#shared/contract/refusals';
import { orderColumns } from '../orders/order-columns';
import { OrderFilters } from '../orders/order-filters';
import { OrderPanel } from '../orders/order-panel';
import { listOrdersOptions, type OrderFilter } from '../orders/order-queries';
import { tillKeys } from '../till/till-keys';

/** Orders and receipts, with search by scan, number or customer, and filters; a row opens beside the list. */
export function OrdersPage() {
  const { t } = useTranslation('sales');
  const format = useFormat();
  const [filter, setFilter] = useState<OrderFilter>({});
  const [openId, setOpenId] = useState<number | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const list = useInfiniteQuery(listOrdersOptions(useDeferredValue(filter)));
  const rows = useRows(list);
  const small = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false });
  const wide = useMediaQuery('(min-width: 75em)', true, { getInitialValueInEffect: false });
  const alone = wide ? 'plenty' : 'some';
  const room = small || openId !== null ? 'little' : alone;
  const columns = useMemo(() => orderColumns(t, format, room), [t, format, room]);

  const scanning = useScanCall(async (scanned) => {
    const found = await rpc.scanning.resolve(scanned);
    if (found.kind !== 'order') throw refuse('UNKNOWN_BARCODE', { code: scanned.code });
    setOpenId(found.orderId);
  });

  const notAnOrder = refusalOf(scanning.error);
  const close = (): void => {
    setOpenId(null);
    box.current?.focus();
  };
  usePageKeys([{ keys: 'Escape', label: t('orders.actions.close'), run: close, disabled: openId === null }]);
  return (
    <PrintSheet>
      <Page
        title={t('orders.title')}
        aside={openId !== null && <OrderPanel key={openId} id={openId} onClose={close} />}
      >
        <OrderFilters
          filter={filter}
          onChange={setFilter}
          box={box}
          onEnter={() => rows[0] && setOpenId(rows[0].id)}
        />
        {notAnOrder?.code === 'UNKNOWN_BARCODE' ? (
          <Alert
            role="alert"
            color="red"
            icon={<IconReceiptOff aria-hidden />}
            withCloseButton
            closeButtonLabel={t('orders.actions.close')}
            onClose={scanning.reset}
          >
            {t('orders.receiptNotFound', { text: notAnOrder.data.code })}
          </Alert>
        ) : (
          <RefusalNote error={scanning.error ?? list.error} onDismiss={scanning.reset} />
        )}
        <ListCount
          page={list.data?.pages[0]}
          say={(count) => t('orders.total', { count })}
          sayMore={(total) => t('orders.totalMore', { total })}
        />
        <PagedTable
          list={list}
          label={t('orders.list')}
          columns={columns}
          rows={rows}
          getRowId={({ id }) => id}
          selectedId={openId}
          onOpen={({ id }) => setOpenId(id)}
          emptyState={
            <EmptyState
              icon={<IconReceipt size={36} />}
              title={t(isFiltered(filter) ? 'orders.noMatchTitle' : 'orders.emptyTitle')}
              hint={
                isFiltered(filter) ? t('orders.noMatchHint') : t('orders.emptyHint', { key: tillKeys.order })
              }
            />
          }
        />
      </Page>
    </PrintSheet>
  );
}
