import { ActionIcon, Group, Switch, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconCalendarEvent, IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { orpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { HistoryDialog } from '#renderer/parts/history/history-dialog';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { Section } from '#renderer/ui/section';
import type { Batch } from '#shared/contract/stock';
import type { UnitOfMeasure } from '#shared/kernel/quantity';
import { ChangeExpiryDialog } from './change-expiry-dialog';
import { ExpiryMark } from './expiry-mark';

interface ProductBatchesProps {
  product: { id: number; name: string; unit: UnitOfMeasure };
}

type Opened = { what: 'history' | 'expiry'; batch: Batch };

/**
 * The batches of a product with expiry date and locations; each has actions to show its history and to correct its
 * expiry. Renders nothing for a product that never had batches.
 */
export function ProductBatches({ product }: ProductBatchesProps) {
  const { t } = useTranslation('stock');
  const seesCost = useMay()('seeCost') === 'yes';
  const [all, setAll] = useState(false);
  const [opened, setOpened] = useState<Opened | null>(null);
  const { data: batches = [], error } = useQuery(
    orpc.stock.listBatches.queryOptions({ input: { productId: product.id, all: true } }),
  );
  const shown = batches.filter(
    ({ onHandMilli, reservedMilli }) => all || onHandMilli !== 0 || reservedMilli !== 0,
  );
  const close = (): void => setOpened(null);
  if (error) return <RefusalNote error={error} />;
  if (batches.length === 0) return null;
  return (
    <Section title={t('batches.title')}>
      {shown.length === 0 && <Text c="dimmed">{t('batches.none')}</Text>}
      {shown.length > 0 && (
        <Table.ScrollContainer minWidth="26rem">
          <Table aria-label={t('batches.label')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('batches.batch')}</Table.Th>
                <Table.Th>{t('batches.where')}</Table.Th>
                {seesCost && <Table.Th ta="end">{t('batches.value')}</Table.Th>}
                <Table.Th>
                  <VisuallyHidden>{t('batches.actions')}</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map((batch) => (
                <BatchRow key={batch.id} batch={batch} unit={product.unit} onOpen={setOpened} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {(all || shown.length < batches.length) && (
        <Switch
          label={t('batches.all')}
          checked={all}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
      )}
      {opened?.what === 'history' && (
        <HistoryDialog
          product={product}
          batch={{ id: opened.batch.id, name: opened.batch.number }}
          onClose={close}
        />
      )}
      {opened?.what === 'expiry' && <ChangeExpiryDialog batch={opened.batch} onClose={close} />}
    </Section>
  );
}

interface BatchRowProps {
  batch: Batch;
  unit: UnitOfMeasure;
  onOpen: (opened: Opened) => void;
}

function BatchRow({ batch, unit, onOpen }: BatchRowProps) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const may = useMay();
  const { number, valueMinor } = batch;
  return (
    <Table.Tr>
      <Table.Td>
        <Text fw={600}>{number}</Text>
        <Text size="sm">
          <ExpiryMark expiresOn={batch.expiresOn} />
        </Text>
      </Table.Td>
      <Table.Td>
        {batch.places.map(({ entryId, locationName, onHandMilli }) => (
          <Text key={entryId} size="sm">
            {t('actions.entry', { place: locationName, quantity: format.quantity(onHandMilli, unit) })}
          </Text>
        ))}
      </Table.Td>
      {may('seeCost') === 'yes' && (
        <Table.Td ta="end">{valueMinor === null ? '' : format.money(valueMinor)}</Table.Td>
      )}
      <Table.Td>
        <Group gap={4} justify="flex-end" wrap="nowrap">
          <ActionIcon
            size={44}
            variant="subtle"
            aria-label={t('batches.historyOf', { batch: number })}
            onClick={() => onOpen({ what: 'history', batch })}
          >
            <IconHistory size={20} />
          </ActionIcon>
          {may('moveStock') === 'yes' && (
            <ActionIcon
              size={44}
              variant="subtle"
              aria-label={t('batches.changeOf', { batch: number })}
              onClick={() => onOpen({ what: 'expiry', batch })}
            >
              <IconCalendarEvent size={20} />
            </ActionIcon>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
