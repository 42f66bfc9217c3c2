import { Badge } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '#renderer/lib/connection';

/** Shows when the store does not respond; empty while it does. */
export function ConnectionSign() {
  const { t } = useTranslation('shell');
  const state = useConnection();
  return (
    <span role="status">
      {state === 'lost' && (
        <Badge
          color="red"
          variant="light"
          radius="sm"
          size="lg"
          tt="none"
          leftSection={<IconPlugConnectedX size={16} />}
        >
          {t('connection.lost')}
        </Badge>
      )}
    </span>
  );
}
