import { Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { rpc } from '#renderer/lib/rpc';
import { FormDialog } from '#renderer/ui/form-dialog';
import { useCompleteSubmit } from '#renderer/ui/use-complete-submit';
import type { Order } from '#shared/contract/sales-documents';
import { useShowOrder } from './order-queries';

/** Cancels an order; explains the effect on its stock and its money, and asks for a reason. */
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
  const paidMinor = (by: 'cash' | 'card'): number =>
    order.payments.reduce((sum, { kind, amountMinor }) => sum + (kind === by ? amountMinor : 0), 0);
  const owed = (['cash', 'card'] as const)
    .filter((kind) => paidMinor(kind) > 0)
    .map((kind) => t(`orders.cancel.${kind}`, { amount: format.money(paidMinor(kind)) }));
  const [saysMissing, submit] = useCompleteSubmit(reason.trim() !== '');
  return (
    <FormDialog
      title={t('orders.cancel.title', { number: order.number })}
      submitLabel={t('orders.cancel.confirm')}
      danger
      cancelLabel={t('orders.cancel.keep')}
      busy={cancelling.isPending}
      error={cancelling.error}
      onSubmit={() => submit(() => cancelling.mutate())}
      onClose={onClose}
    >
      <Text>
        {[...(owed.length > 0 ? owed : [t('orders.cancel.unpaid')]), t('orders.cancel.reserved')].join(' ')}
      </Text>
      <TextInput
        data-autofocus
        label={t('orders.cancel.reason')}
        maxLength={500}
        error={saysMissing && reason.trim() === '' && t('orders.cancel.reasonMissing')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
