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
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '#renderer/lib/refusal';
import { orpc, rpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { useDraft } from '#renderer/lib/use-draft';
import { HistoryDialog } from '#renderer/parts/history/history-dialog';
import { confirm } from '#renderer/ui/confirm';
import { KeyButton } from '#renderer/ui/key-button';
import { LabelsLink } from '#renderer/ui/labels-link';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { SidePanel } from '#renderer/ui/side-panel';
import { useFieldRefusal } from '#renderer/ui/use-field-refusal';
import type { Location } from '#shared/contract/stock';
import { stockKeys } from '../stock-keys';
import { LOCATION_FIELDS, type LocationDraft, LocationFields, locationOf } from './location-fields';

interface LocationPanelProps {
  location: Location;
  /** Called with whether there is unsaved input. */
  onTyped: (isTyped: boolean) => void;
  onClose: () => void;
  onDeleted: () => void;
}

/** A location beside the list: rename, label, make the selling location, close, reopen or delete it. */
export function LocationPanel({ location, onTyped, onClose, onDeleted }: LocationPanelProps) {
  const { t } = useTranslation(['stock', 'common']);
  const queries = useQueryClient();
  const mayManage = useMay()('manageLocations') === 'yes';
  const { draft, setDraft, isChanged, version, start } = useDraft(location, draftOf);
  const [history, setHistory] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => onTyped(isChanged), [isChanged, onTyped]);
  useEffect(() => () => onTyped(false), [onTyped]);
  const changing = useMutation({
    mutationFn: (change: () => Promise<unknown>) => change(),
    onSettled: () => queries.invalidateQueries(orpc.stock.listLocations.queryOptions()),
  });
  const refused = useFieldRefusal(changing.error, LOCATION_FIELDS, form);
  const { id } = location;
  const save = (): void =>
    changing.mutate(async () => start(await rpc.stock.changeLocation({ id, version, ...locationOf(draft) })));
  const reload = async (): Promise<void> => {
    const options = orpc.stock.listLocations.queryOptions();
    await queries.invalidateQueries(options);
    start(queries.getQueryData(options.queryKey)?.find((one) => one.id === id) ?? location);
    changing.reset();
  };
  const remove = async (): Promise<void> => {
    const meant = await confirm({
      title: t('stock:locations.deleteTitle', { name: location.name }),
      consequence: t('stock:locations.deleteConsequence'),
      confirmLabel: t('stock:locations.delete'),
      danger: true,
    });
    if (meant) changing.mutate(() => rpc.stock.deleteLocation({ id }), { onSuccess: onDeleted });
  };
  const sellFromHere = async (): Promise<void> => {
    const meant = await confirm({
      title: t('stock:locations.sellTitle', { name: location.name }),
      consequence: t('stock:locations.sellConsequence', { name: location.name }),
      confirmLabel: t('stock:locations.makeSellingLocation'),
    });
    if (meant) changing.mutate(() => rpc.stock.setSellingLocation({ id }));
  };
  const isClosed = location.closedAt !== null;
  const complete = isChanged && draft.name.trim() !== '';
  return (
    <SidePanel title={location.name} onClose={onClose}>
      <Stack
        component="form"
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          if (complete) save();
        }}
      >
        <Text c="dimmed">
          {location.isSellingLocation
            ? t('stock:locations.sellsHere')
            : t('stock:locations.holds', { count: location.products })}
        </Text>
        <LocationFields
          locationId={id}
          draft={draft}
          onChange={setDraft}
          errorAt={refused.errorAt}
          disabled={!mayManage}
        />
        <RefusalNote error={refused.elsewhere} onDismiss={changing.reset} />
        {refusalOf(changing.error)?.code === 'CHANGED_MEANWHILE' && (
          <Button w="fit-content" onClick={() => void reload()}>
            {t('stock:locations.reload')}
          </Button>
        )}
        {mayManage && (
          <KeyButton
            keys="Ctrl+S"
            label={t('common:save')}
            icon={<IconDeviceFloppy size={18} />}
            disabled={!complete}
            loading={changing.isPending}
            run={save}
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
          <LabelsLink of={{ location: id }} />
          {mayManage && !(isClosed || location.isSellingLocation) && (
            <>
              <Button
                variant="default"
                leftSection={<IconBuildingStore size={18} />}
                onClick={() => void sellFromHere()}
              >
                {t('stock:locations.makeSellingLocation')}
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

function draftOf({ name, kind, barcode }: Location): LocationDraft {
  return { name, kind, barcode: barcode ?? '' };
}
