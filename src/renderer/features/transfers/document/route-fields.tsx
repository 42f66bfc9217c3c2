import { ActionIcon, Group, Text } from '@mantine/core';
import { IconArrowsExchange2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LocationField } from '#renderer/parts/documents/location-field';
import { NoteField } from '#renderer/parts/documents/note-field';
import type { Inputs } from '#shared/contract/index';
import type { Transfer } from '#shared/contract/transfers';
import { routeWith } from '../usual-locations';

interface RouteFieldsProps {
  transfer: Transfer;
  onChange: (change: Omit<Inputs['transfers']['change'], 'id' | 'version'> & { version?: number }) => void;
}

/** Edits the source, destination and note of a draft. */
export function RouteFields({ transfer, onChange }: RouteFieldsProps) {
  const { t } = useTranslation('transfers');
  const { from, to } = transfer;
  const choose = (end: 'from' | 'to', locationId: number): void =>
    onChange(routeWith({ fromLocationId: from.id, toLocationId: to.id }, end, locationId));
  return (
    <div>
      <Group gap="sm" align="flex-end">
        <LocationField label={t('from')} location={from} onChange={(id) => choose('from', id)} />
        <ActionIcon
          variant="default"
          size={44}
          aria-label={t('swap')}
          title={t('swap')}
          onClick={() => choose('from', to.id)}
        >
          <IconArrowsExchange2 size={20} />
        </ActionIcon>
        <LocationField label={t('to')} location={to} onChange={(id) => choose('to', id)} />
        <NoteField document={transfer} onChange={onChange} />
      </Group>
      <Text size="sm" c="dimmed" mt={4}>
        {t('scanLocation')}
      </Text>
    </div>
  );
}
