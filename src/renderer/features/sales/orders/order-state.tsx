import { IconCash, IconCheck, IconClock, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StateBadge, type StateLook } from '#renderer/ui/state-badge';
import type { OrderRow } from '#shared/contract/sales-documents';

const LOOKS: Record<OrderRow['state'], StateLook> = {
  placed: { color: 'yellow', icon: IconClock },
  paid: { color: 'ink', icon: IconCash },
  fulfilled: { color: 'green', icon: IconCheck },
  cancelled: { color: 'gray', icon: IconX },
};

/** The state of an order. */
export function OrderState({ state }: { state: OrderRow['state'] }) {
  const { t } = useTranslation('sales');
  return <StateBadge look={LOOKS[state]} word={t(`orders.stateName.${state}`)} />;
}
