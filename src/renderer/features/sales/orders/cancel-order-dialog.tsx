import { Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { rpc } from '#renderer/lib/rpc';
import type { Order } from '#shared/contract/sales-documents';
import { DialogForm } from '../dialogs/dialog-form';
import { useShowOrder } from './order-queries';

/** Cancels an order; says what that does to its stock and its money, and asks why. */
export function CancelOrderDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation('sales');
  const format = useFormat();
  const [reason, setReason] = useState('');
  const showOrder = useShowOrder();
  const cancelling = useMutation({
    mutationFn: () => rpc.sales.cancelOrder({ id: order.id, reason }),
    onSuccess: (cancelled) => {
      showOrder(cancelled);
      onClose();
    },
  });
  return (
    <DialogForm
      title={t('orders.cancel.title', { number: order.number })}
      submitLabel={t('orders.cancel.confirm')}
      danger
      cancelLabel={t('orders.cancel.keep')}
      disabled={reason.trim() === ''}
      busy={cancelling.isPending}
      error={cancelling.error}
      onSubmit={() => cancelling.mutate()}
      onClose={onClose}
    >
      <Text>
        {order.paidMinor === 0
          ? t('orders.cancel.unpaid')
          : t('orders.cancel.paid', { amount: format.money(order.paidMinor) })}
      </Text>
      <TextInput
        data-autofocus
        label={t('orders.cancel.reason')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </DialogForm>
  );
}
