import { Group, Stack, Text } from '@mantine/core';
import { IconCalendarEvent, IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { orpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { ChangeExpiryDialog } from '#renderer/parts/batches/change-expiry-dialog';
import { ExpiryMark } from '#renderer/parts/batches/expiry-mark';
import { HistoryDialog } from '#renderer/parts/history/history-dialog';
import { KeyButton } from '#renderer/ui/key-button';
import { LabelsLink } from '#renderer/ui/labels-link';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { StockEntry } from '#shared/contract/stock';
import { stockKeys } from '../stock-keys';

interface EntryBatchProps {
  entry: Pick<StockEntry, 'productId' | 'productName' | 'unit'>;
  batchId: number;
}

/** The batch of an entry: its expiry, its other locations, its history, and an action to correct the expiry. */
export function EntryBatch({ entry, batchId }: EntryBatchProps) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const may = useMay();
  const [opened, setOpened] = useState<'history' | 'expiry' | null>(null);
  const { data: batches, error } = useQuery(
    orpc.stock.listBatches.queryOptions({ input: { productId: entry.productId, batchId } }),
  );
  const batch = batches?.[0];
  const close = (): void => setOpened(null);
  if (!batch) return <RefusalNote error={error} />;
  return (
    <Stack gap="xs">
      <div>
        <Text fw={600}>{t('entries.batch', { batch: batch.number })}</Text>
        <Text size="sm">
          <ExpiryMark expiresOn={batch.expiresOn} />
        </Text>
        {batch.places.length > 1 &&
          batch.places.map(({ entryId, locationName, onHandMilli }) => (
            <Text key={entryId} size="sm" c="dimmed">
              {t('actions.entry', {
                place: locationName,
                quantity: format.quantity(onHandMilli, entry.unit),
              })}
            </Text>
          ))}
      </div>
      <Group gap="xs">
        <KeyButton
          keys={stockKeys.batchHistory}
          variant="default"
          label={t('batches.history')}
          icon={<IconHistory size={18} />}
          run={() => setOpened('history')}
        />
        {may('moveStock') === 'yes' && (
          <KeyButton
            keys={stockKeys.expiry}
            variant="default"
            label={t('batches.change')}
            icon={<IconCalendarEvent size={18} />}
            run={() => setOpened('expiry')}
          />
        )}
        <LabelsLink of={{ batch: batchId }} />
      </Group>
      {opened === 'history' && (
        <HistoryDialog
          product={{ id: entry.productId, name: entry.productName }}
          batch={{ id: batch.id, name: batch.number }}
          onClose={close}
        />
      )}
      {opened === 'expiry' && <ChangeExpiryDialog batch={batch} onClose={close} />}
    </Stack>
  );
}
