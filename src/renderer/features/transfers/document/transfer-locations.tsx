import { ActionIcon, Group, Select, Text, TextInput } from '@mantine/core';
import { IconArrowsExchange2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { useDraft } from '#renderer/lib/use-draft';
import { roomFor } from '#renderer/ui/room-for';
import type { Transfer } from '#shared/contract/transfers';
import { routeWith } from '../usual-locations';
import type { TransferDesk } from './use-transfer-desk';

/** Edits the source, destination and note of a draft. */
export function TransferPlaces({ transfer, desk }: { transfer: Transfer; desk: TransferDesk }) {
  const { t } = useTranslation('transfers');
  const { data: locations = [] } = useQuery(orpc.stock.listLocations.queryOptions());
  const { from, to } = transfer;
  const route = { fromLocationId: from.id, toLocationId: to.id };
  // A location that was closed meanwhile is still offered if the transfer uses it.
  const open = locations.filter(({ id, closedAt }) => closedAt === null || id === from.id || id === to.id);
  const data = open.map(({ id, name }) => ({ value: String(id), label: name }));
  const choose = (end: 'from' | 'to') => (value: string | null) =>
    value !== null && desk.change(routeWith(route, end, Number(value)));
  return (
    <div>
      <Group gap="sm" align="flex-end">
        <Select
          flex="1 1 11rem"
          {...roomFor(from.name, 11)}
          label={t('document.from')}
          allowDeselect={false}
          data={data}
          value={String(from.id)}
          onChange={choose('from')}
        />
        <ActionIcon
          variant="default"
          size={44}
          aria-label={t('document.swap')}
          title={t('document.swap')}
          onClick={() => desk.change(routeWith(route, 'from', to.id))}
        >
          <IconArrowsExchange2 size={20} />
        </ActionIcon>
        <Select
          flex="1 1 11rem"
          {...roomFor(to.name, 11)}
          label={t('document.to')}
          allowDeselect={false}
          data={data}
          value={String(to.id)}
          onChange={choose('to')}
        />
        <NoteField transfer={transfer} desk={desk} />
      </Group>
      <Text size="sm" c="dimmed" mt={4}>
        {t('document.scanLocation')}
      </Text>
    </div>
  );
}

/** Edits the note; it is saved on blur or Enter. */
function NoteField({ transfer, desk }: { transfer: Transfer; desk: TransferDesk }) {
  const { t } = useTranslation(['transfers', 'common']);
  const { draft, setDraft, isChanged, version } = useDraft(transfer, ({ note }) => note);
  const keep = (): void => {
    if (isChanged) desk.change({ note: draft, version });
  };
  return (
    <TextInput
      flex="2 1 14rem"
      label={t('common:optional', { label: t('document.note') })}
      placeholder={t('document.notePlaceholder')}
      maxLength={500}
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.ctrlKey) keep();
      }}
    />
  );
}
