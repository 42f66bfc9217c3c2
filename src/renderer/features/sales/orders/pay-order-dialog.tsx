import { Stack } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/rpc';
import { useStore } from '#renderer/lib/store-status';
import { DialogFrame } from '#renderer/ui/dialog-frame';
import { KeyButton } from '#renderer/ui/key-button';
import type { Order, Receipt } from '#shared/contract/sales-documents';
import { PaymentDesk } from '../payment/payment-desk';
import { calculatePayment } from '../payment/payment-state';
import type { Tender } from '../payment/tenders';
import { useLeavePayment } from '../payment/use-leave-payment';
import type { Payable } from '../payment/use-payment';
import { Outcome } from '../receipt/outcome';
import { ReceiptKeys } from '../receipt/receipt-keys';
import { useShowOrder } from './order-queries';

/** Takes the payment for a placed order, then shows the change. */
export function PayOrderDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation('sales');
  const { currency, cashStepMinor } = useStore();
  const showOrder = useShowOrder();
  const [paid, setPaid] = useState<Receipt | null>(null);
  const taken = useRef<readonly Tender[]>([]);
  const leave = useLeavePayment({ taken, isOrder: true, leave: onClose });
  const payable: Payable = {
    taken,
    key: ['order', order.id, order.version],
    calculate: (tenders) => calculatePayment(order.dueMinor, tenders, { currency, cashStepMinor }),
    pay: async (tenders, idempotencyKey) => {
      const answer = await rpc.sales.payOrder({ id: order.id, tenders }, { context: { idempotencyKey } });
      showOrder(answer);
      setPaid(await rpc.sales.receipt({ orderId: order.id, copy: false }));
    },
  };
  return (
    <DialogFrame
      onClose={() => void leave()}
      title={t('orders.pay.title', { number: order.number })}
      size="lg"
    >
      {paid === null ? (
        <PaymentDesk payable={payable} layer="dialog" />
      ) : (
        <>
          <Outcome changeMinor={paid.changeMinor} paidMinor={paid.paidMinor} />
          <Stack gap="xs" mt="md">
            <ReceiptKeys receipt={paid} layer="dialog" />
            <KeyButton
              autoFocus
              keys="Escape"
              layer="dialog"
              label={t('orders.actions.close')}
              icon={<IconCheck size={20} />}
              size="lg"
              variant="default"
              run={onClose}
            />
          </Stack>
        </>
      )}
    </DialogFrame>
  );
}
