import { IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { ButtonLink } from '#renderer/ui/links';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { SidePanel } from '#renderer/ui/side-panel';
import { OrderActions } from './order-actions';
import { OrderDetails } from './order-details';

/** Shows an order beside the list. */
export function OrderPanel({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation('sales');
  const { data: order, error } = useQuery(orpc.sales.order.queryOptions({ input: { id } }));
  return (
    <SidePanel
      title={order ? t('orders.order', { number: order.number }) : ''}
      onClose={onClose}
      footer={order && <OrderActions order={order} />}
    >
      <RefusalNote error={error} />
      {order && (
        <>
          <ButtonLink
            to="/till/orders/$id"
            params={{ id: String(id) }}
            variant="subtle"
            size="compact-sm"
            leftSection={<IconExternalLink size={16} />}
          >
            {t('orders.openPage')}
          </ButtonLink>
          <OrderDetails order={order} />
        </>
      )}
    </SidePanel>
  );
}
