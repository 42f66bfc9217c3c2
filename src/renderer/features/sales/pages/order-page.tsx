import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { BackButton } from '#renderer/ui/back-button';
import { Page } from '#renderer/ui/page';
import { PrintSheet } from '#renderer/ui/print-sheet';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { OrderActions } from '../orders/order-actions';
import { OrderDetails } from '../orders/order-details';
import { OrderPartLevel } from '../orders/order-part';

/** An order on its own page, so that other pages can link to it. */
export function OrderPage() {
  const { t } = useTranslation('sales');
  const { id } = useParams({ from: '/till/orders/$id' });
  const { data: order, error } = useQuery(orpc.sales.order.queryOptions({ input: { id: Number(id) } }));
  return (
    <PrintSheet>
      <Page
        title={order ? t('orders.order', { number: order.number }) : t('orders.title')}
        back={<BackButton to="/till/orders" label={t('orders.backToList')} />}
      >
        <RefusalNote error={error} />
        {order && (
          <>
            <OrderActions order={order} />
            <OrderPartLevel value={2}>
              <OrderDetails order={order} />
            </OrderPartLevel>
          </>
        )}
      </Page>
    </PrintSheet>
  );
}
