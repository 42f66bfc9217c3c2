import { Badge } from '@mantine/core';
import { IconCash, IconCheck, IconClock, IconX, type TablerIcon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '#shared/contract/sales-documents';

const LOOKS: Record<OrderRow['state'], { color: string; Icon: TablerIcon }> = {
  placed: { color: 'yellow', Icon: IconClock },
  paid: { color: 'ink', Icon: IconCash },
  fulfilled: { color: 'green', Icon: IconCheck },
  cancelled: { color: 'gray', Icon: IconX },
};

/** The state of an order as word, icon and colour. */
export function OrderState({ state }: { state: OrderRow['state'] }) {
  const { t } = useTranslation('sales');
  const { color, Icon } = LOOKS[state];
  return (
    <Badge
      size="lg"
      variant="light"
      radius="sm"
      color={color}
      tt="none"
      leftSection={<Icon size={14} aria-hidden />}
    >
      {t(`orders.stateName.${state}`)}
    </Badge>
  );
}
