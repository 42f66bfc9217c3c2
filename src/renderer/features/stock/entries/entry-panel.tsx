import { Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconAdjustments, IconHistory, IconPackageImport, IconTrash, IconTrashX } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { orpc, rpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { HistoryDialog } from '#renderer/parts/history/history-dialog';
import { LocationThresholds } from '#renderer/parts/thresholds/location-thresholds';
import { DoneNote } from '#renderer/ui/done-note';
import { KeyButton } from '#renderer/ui/key-button';
import { TextLink } from '#renderer/ui/links';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { SidePanel } from '#renderer/ui/side-panel';
import type { StockEntry } from '#shared/contract/stock';
import { NOTHING_ENTERED, type StockAction } from '../actions/stock-action';
import { StockActionForm } from '../actions/stock-action-form';
import { stockKeys } from '../stock-keys';
import { EntryBatch } from './entry-batch';

interface EntryPanelProps {
  entry: StockEntry;
  /** Called when the panel is closed, and when the entry no longer exists. */
  onClose: () => void;
}

/** An entry beside the list: its stock, and the actions on it with their keys. */
export function EntryPanel({ entry, onClose }: EntryPanelProps) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const may = useMay();
  const [action, setAction] = useState<StockAction | null>(null);
  const [entered, setEntered] = useState(NOTHING_ENTERED);
  const [done, setDone] = useState<string | null>(null);
  const [acted, setActed] = useState(false);
  const [history, setHistory] = useState(false);
  const { data: places } = useQuery(orpc.stock.listLocations.queryOptions());
  const removing = useMutation({
    mutationFn: () => rpc.stock.removeEntry({ id: entry.id }),
    onSuccess: onClose,
  });
  const leaveForm = (): void => {
    setAction(null);
    setActed(true);
  };
  const start = (next: StockAction): void => {
    setDone(null);
    setEntered(NOTHING_ENTERED);
    setAction(next);
  };
  const product = { id: entry.productId, name: entry.productName, unit: entry.unit };
  const figures = [
    { name: t('entries.onHand'), value: format.quantity(entry.onHandMilli, entry.unit) },
    { name: t('entries.reserved'), value: format.quantity(entry.reservedMilli, entry.unit) },
    { name: t('entries.available'), value: format.quantity(entry.availableMilli, entry.unit) },
  ];
  const isEmpty = entry.onHandMilli === 0 && entry.reservedMilli === 0;
  return (
    <SidePanel title={entry.productName} onClose={onClose}>
      <Stack>
        <div>
          <Text fw={600}>{entry.locationName}</Text>
          <Text size="sm" c="dimmed">
            {entry.sku}
          </Text>
        </div>
        <SimpleGrid cols={3} spacing="xs">
          {figures.map(({ name, value }) => (
            <div key={name}>
              <Text size="sm" c="dimmed">
                {name}
              </Text>
              <Text fz="xl" fw={650}>
                {value}
              </Text>
            </div>
          ))}
        </SimpleGrid>
        {done && <DoneNote>{done}</DoneNote>}
        {action && places ? (
          <StockActionForm
            key={action}
            action={action}
            product={product}
            choices={{ entries: [entry], places, outstanding: [] }}
            meant={{ entryId: entry.id }}
            entered={entered}
            onEntered={setEntered}
            onDone={(sentence) => {
              setDone(sentence);
              leaveForm();
            }}
            onCancel={leaveForm}
          />
        ) : (
          may('moveStock') === 'yes' && (
            <Group gap="xs">
              <KeyButton
                keys={stockKeys.receive}
                autoFocus={acted}
                label={t('actions.receive.do')}
                icon={<IconPackageImport size={18} />}
                run={() => start('receive')}
              />
              <KeyButton
                keys={stockKeys.adjust}
                variant="default"
                label={t('actions.adjust.do')}
                icon={<IconAdjustments size={18} />}
                run={() => start('adjust')}
              />
              <KeyButton
                keys={stockKeys.waste}
                variant="default"
                label={t('actions.waste.do')}
                icon={<IconTrash size={18} />}
                run={() => start('waste')}
              />
            </Group>
          )
        )}
        <Group gap="xs">
          <KeyButton
            keys={stockKeys.history}
            variant="default"
            label={t('lookUp.history')}
            icon={<IconHistory size={18} />}
            run={() => setHistory(true)}
          />
          {isEmpty && may('moveStock') === 'yes' && (
            <Button
              variant="default"
              leftSection={<IconTrashX size={18} />}
              loading={removing.isPending}
              onClick={() => removing.mutate()}
            >
              {t('entries.remove')}
            </Button>
          )}
        </Group>
        {entry.batchId !== null && <EntryBatch entry={entry} batchId={entry.batchId} />}
        <RefusalNote error={removing.error} onDismiss={removing.reset} />
        <LocationThresholds product={product} at={{ id: entry.locationId, name: entry.locationName }} />
        <TextLink to="/stockroom" search={{ product: entry.productId }}>
          {t('entries.everywhere')}
        </TextLink>
      </Stack>
      {history && (
        <HistoryDialog
          product={product}
          location={{ id: entry.locationId, name: entry.locationName }}
          onClose={() => setHistory(false)}
        />
      )}
    </SidePanel>
  );
}
