import { Group } from '@mantine/core';
import {
  IconCash,
  IconFileTypePdf,
  IconPackageExport,
  IconPrinter,
  IconReceipt,
  IconX,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { confirm } from '#renderer/ui/confirm';
import { KeyButton } from '#renderer/ui/key-button';
import { usePrintPaper } from '#renderer/ui/paper/use-print-paper';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { savePdf } from '#renderer/ui/save-pdf';
import type { Order } from '#shared/contract/sales-documents';
import { receiptPaper } from '#shared/documents/receipt';
import { ReceiptDialog } from '../receipt/receipt-dialog';
import { CancelOrderDialog } from './cancel-order-dialog';
import { useShowOrder } from './order-queries';
import { PayOrderDialog } from './pay-order-dialog';

type OpenDialog = 'pay' | 'cancel' | 'receipt' | null;

/** The actions on an order that its state and the signed-in person's role allow. */
export function OrderActions({ order }: { order: Order }) {
  const { t } = useTranslation('sales');
  const may = useMay();
  const print = usePrintPaper();
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const fulfilling = useMutation({
    mutationFn: () => rpc.sales.fulfilOrder({ id: order.id }),
    onSuccess: useShowOrder(),
  });
  const printing = useMutation({
    mutationFn: async () => print(receiptPaper(await rpc.sales.reprintReceipt({ orderId: order.id }))),
  });
  const saving = useMutation({
    mutationFn: async () => savePdf(await rpc.sales.receiptPdf({ orderId: order.id, copy: true })),
  });
  const serves = may('serveOrders') === 'yes';
  const sells = may('sell') === 'yes';
  const waits = order.state === 'placed' || order.state === 'paid';
  // An order with a total of zero is paid without a payment.
  const wasPaid = order.events.some(({ kind }) => kind === 'paid');
  const handOver = async (): Promise<void> => {
    const { number, customerName: customer } = order;
    const isMeant = await confirm({
      title: t(customer === '' ? 'orders.handOver.title' : 'orders.handOver.titleTo', { number, customer }),
      consequence: t('orders.handOver.consequence'),
      confirmLabel: t('orders.actions.fulfil'),
      keepsByEnter: true,
    });
    if (isMeant) fulfilling.mutate();
  };
  const close = (): void => setDialog(null);
  return (
    <>
      <RefusalNote error={fulfilling.error ?? printing.error ?? saving.error} />
      <Group gap="xs" role="toolbar" aria-label={t('orders.actions.label')}>
        {order.state === 'placed' && serves && (
          <KeyButton
            keys="F9"
            label={t('orders.actions.pay')}
            icon={<IconCash size={20} />}
            run={() => setDialog('pay')}
          />
        )}
        {order.state === 'paid' && may('fulfilOrders') === 'yes' && (
          <KeyButton
            keys="F10"
            label={t('orders.actions.fulfil')}
            icon={<IconPackageExport size={20} />}
            loading={fulfilling.isPending}
            run={() => void handOver()}
          />
        )}
        {wasPaid && (sells || serves) && (
          <KeyButton
            keys="F4"
            variant="default"
            label={t('orders.actions.receipt')}
            icon={<IconReceipt size={20} />}
            run={() => setDialog('receipt')}
          />
        )}
        {wasPaid && sells && (
          <KeyButton
            keys="Ctrl+P"
            variant="default"
            label={t('orders.actions.reprint')}
            icon={<IconPrinter size={20} />}
            run={() => printing.mutate()}
          />
        )}
        {wasPaid && (sells || serves) && (
          <KeyButton
            keys="Ctrl+S"
            variant="default"
            label={t('orders.actions.pdf')}
            icon={<IconFileTypePdf size={20} />}
            run={() => saving.mutate()}
          />
        )}
        {waits && serves && (
          <KeyButton
            keys="Ctrl+Delete"
            variant="default"
            color="red"
            label={t('orders.actions.cancel')}
            icon={<IconX size={20} />}
            run={() => setDialog('cancel')}
          />
        )}
      </Group>
      {dialog === 'pay' && <PayOrderDialog order={order} onClose={close} />}
      {dialog === 'cancel' && <CancelOrderDialog order={order} onClose={close} />}
      {dialog === 'receipt' && <ReceiptDialog orderId={order.id} onClose={close} />}
    </>
  );
}
