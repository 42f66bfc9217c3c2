import { Stack, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { ButtonLink } from '#renderer/ui/links';
import { SidePanel } from '#renderer/ui/side-panel';
import type { Alert } from '#shared/contract/alerts';
import { wordsOf } from '../alert-words';

interface AlertPanelProps {
  alert: Alert;
  onClose: () => void;
}

/** An alert beside the list: all its details, and a link to its product. */
export function AlertPanel({ alert, onClose }: AlertPanelProps) {
  const { t } = useTranslation('alerts');
  const format = useFormat();
  const { title, detail } = wordsOf(t, format, alert);
  const facts = [
    { name: t('panel.sku'), value: alert.sku },
    { name: t('columns.raised'), value: format.dateTime(alert.raisedAt) },
    {
      name: t('columns.state'),
      value:
        alert.resolvedAt === null ? t('states.open') : t('over', { time: format.dateTime(alert.resolvedAt) }),
    },
  ];
  return (
    <SidePanel title={title} onClose={onClose}>
      <Stack>
        <Text>{detail}</Text>
        {facts.map(({ name, value }) => (
          <div key={name}>
            <Text size="sm" c="dimmed">
              {name}
            </Text>
            <Text fw={600}>{value}</Text>
          </div>
        ))}
        <ButtonLink
          to="/stockroom"
          search={{ product: alert.productId }}
          w="fit-content"
          rightSection={<IconArrowRight size={18} />}
        >
          {t('panel.toProduct')}
        </ButtonLink>
      </Stack>
    </SidePanel>
  );
}
