import { Button, Group, Stack, Text } from '@mantine/core';
import {
  IconBuildingStore,
  IconDeviceFloppy,
  IconDoor,
  IconDoorOff,
  IconHistory,
  IconTrash,
} from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Location } from '#shared/contract/stock';
import { confirm } from '../../../components/confirm';
import { HistoryDialog } from '../../../components/history/history-dialog';
import { KeyButton } from '../../../components/key-button';
import { RefusalNote } from '../../../components/refusal-note';
import { SidePanel } from '../../../components/side-panel';
import { orpc, rpc } from '../../../lib/rpc';
import { useMay } from '../../../lib/session';
import { stockKeys } from '../stock-keys';
import { LocationFields } from './location-fields';

/** A location beside the list: renamed, made the selling place, closed, opened again or deleted. */
export function LocationPanel({ location, onClose }: { location: Location; onClose: () => void }) {
  const { t } = useTranslation(['stock', 'common']);
  const queries = useQueryClient();
  const mayManage = useMay()('manageLocations') === 'yes';
  const [draft, setDraft] = useState({ name: location.name, kind: location.kind });
  const [history, setHistory] = useState(false);
  const changing = useMutation({
    mutationFn: (change: () => Promise<unknown>) => change(),
    onSettled: () => queries.invalidateQueries(orpc.stock.listLocations.queryOptions()),
  });
  const { id, version } = location;
  const isChanged = draft.name.trim() !== location.name || draft.kind !== location.kind;
  const remove = async (): Promise<void> => {
    const meant = await confirm({
      title: t('stock:locations.deleteTitle', { name: location.name }),
      consequence: t('stock:locations.deleteConsequence'),
      confirmLabel: t('stock:locations.delete'),
      danger: true,
    });
    if (meant) changing.mutate(() => rpc.stock.deleteLocation({ id }), { onSuccess: onClose });
  };
  const isClosed = location.closedAt !== null;
  return (
    <SidePanel title={location.name} onClose={onClose}>
      <Stack
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isChanged) changing.mutate(() => rpc.stock.changeLocation({ id, version, ...draft }));
        }}
      >
        <Text c="dimmed">
          {location.isSellingPlace
            ? t('stock:locations.sellsHere')
            : t('stock:locations.holds', { count: location.products })}
        </Text>
        <LocationFields draft={draft} onChange={setDraft} disabled={!mayManage} />
        <RefusalNote error={changing.error} onDismiss={changing.reset} />
        {mayManage && (
          <KeyButton
            keys="Ctrl+S"
            label={t('common:save')}
            icon={<IconDeviceFloppy size={18} />}
            disabled={!isChanged || draft.name.trim() === ''}
            loading={changing.isPending}
            run={() => changing.mutate(() => rpc.stock.changeLocation({ id, version, ...draft }))}
          />
        )}
        <Group gap="xs">
          <KeyButton
            keys={stockKeys.history}
            variant="default"
            label={t('stock:lookUp.history')}
            icon={<IconHistory size={18} />}
            run={() => setHistory(true)}
          />
          {mayManage && !(isClosed || location.isSellingPlace) && (
            <>
              <Button
                variant="default"
                leftSection={<IconBuildingStore size={18} />}
                onClick={() => changing.mutate(() => rpc.stock.setSellingPlace({ id }))}
              >
                {t('stock:locations.makeSellingPlace')}
              </Button>
              <Button
                variant="default"
                leftSection={<IconDoorOff size={18} />}
                onClick={() => changing.mutate(() => rpc.stock.closeLocation({ id }))}
              >
                {t('stock:locations.close')}
              </Button>
            </>
          )}
          {mayManage && isClosed && (
            <Button
              variant="default"
              leftSection={<IconDoor size={18} />}
              onClick={() => changing.mutate(() => rpc.stock.reopenLocation({ id }))}
            >
              {t('stock:locations.reopen')}
            </Button>
          )}
          {mayManage && location.deletable && (
            <Button variant="light" color="red" leftSection={<IconTrash size={18} />} onClick={remove}>
              {t('stock:locations.delete')}
            </Button>
          )}
        </Group>
      </Stack>
      {history && <HistoryDialog location={location} onClose={() => setHistory(false)} />}
    </SidePanel>
  );
}
