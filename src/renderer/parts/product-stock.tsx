import { Badge, Button, Group, Table, Text } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { orpc } from '#renderer/lib/rpc';
import { ExpiryMark } from '#renderer/parts/batches/expiry-mark';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { StockEntry } from '#shared/contract/stock';
import type { UnitOfMeasure } from '#shared/kernel/quantity';

interface ProductStockProps {
  product: { id: number; unit: UnitOfMeasure };
  /** The current location; its rows are marked. */
  hereId?: number | null;
  /** Whether the figures are readable at arm's length. */
  large?: boolean;
}

/** More rows than one product has in practice. */
const ALL = 500;

const isUsedUp = ({ onHandMilli, reservedMilli }: StockEntry): boolean =>
  onHandMilli === 0 && reservedMilli === 0;
const isUsedUpBatch = (entry: StockEntry): boolean => entry.batchNumber !== null && isUsedUp(entry);

/** What is in stock before what is used up, and used-up batches last, otherwise in the given order. */
function inStockFirst(entries: readonly StockEntry[]): StockEntry[] {
  const rank = (entry: StockEntry): number => Number(isUsedUp(entry)) + Number(isUsedUpBatch(entry));
  return entries.toSorted((one, other) => rank(one) - rank(other));
}

/** Stock of a product by location and batch: on hand, reserved and available. Used-up batches are folded away. */
export function ProductStock({ product, hereId = null, large = false }: ProductStockProps) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const [usedUpShown, setUsedUpShown] = useState(false);
  const { data, error } = useQuery(
    orpc.stock.listEntries.queryOptions({ input: { productId: product.id, limit: ALL } }),
  );
  if (error) return <RefusalNote error={error} />;
  if (!data) return null;
  if (data.rows.length === 0) return <Text c="dimmed">{t('productStock.none')}</Text>;
  const usedUpCount = data.rows.filter(isUsedUpBatch).length;
  const shown = usedUpShown ? data.rows : data.rows.filter((entry) => !isUsedUpBatch(entry));
  const hasBatches = new Set(
    shown.filter(({ batchNumber }) => batchNumber !== null).map(({ locationId }) => locationId),
  );
  const quantity = (milli: number): string => format.quantity(milli, product.unit);
  return (
    <>
      {shown.length > 0 && (
        <Table aria-label={t('productStock.label')} stickyHeader fz={large ? 'lg' : 'sm'}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('entries.location')}</Table.Th>
              <Table.Th ta="end">{t('entries.onHand')}</Table.Th>
              <Table.Th ta="end">{t('entries.reserved')}</Table.Th>
              <Table.Th ta="end">{t('entries.available')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {inStockFirst(shown).map((entry) => (
              <Table.Tr
                key={entry.id}
                aria-current={entry.locationId === hereId ? 'location' : undefined}
                bg={entry.locationId === hereId ? 'var(--tillroom-chosen)' : undefined}
              >
                <Table.Td>
                  {entry.locationName}
                  {entry.locationId === hereId && (
                    <Badge
                      ml="xs"
                      variant="filled"
                      radius="sm"
                      tt="none"
                      leftSection={<IconMapPin size={14} />}
                    >
                      {t('productStock.here')}
                    </Badge>
                  )}
                  {entry.batchNumber !== null && (
                    <Group gap="0 0.75rem" fz={large ? 'sm' : 'xs'} c="dimmed">
                      <span>{t('entries.batch', { batch: entry.batchNumber })}</span>
                      {entry.expiresOn !== null && <ExpiryMark expiresOn={entry.expiresOn} />}
                    </Group>
                  )}
                  {entry.batchNumber === null && hasBatches.has(entry.locationId) && (
                    <Text fz={large ? 'sm' : 'xs'} c="dimmed">
                      {t('entries.noBatch')}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td ta="end">{quantity(entry.onHandMilli)}</Table.Td>
                <Table.Td ta="end">
                  {entry.reservedMilli === 0 ? '–' : quantity(entry.reservedMilli)}
                </Table.Td>
                <Table.Td ta="end" fw={650}>
                  {quantity(entry.availableMilli)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {usedUpCount > 0 && (
        <Button
          variant="subtle"
          w="fit-content"
          aria-expanded={usedUpShown}
          onClick={() => setUsedUpShown(!usedUpShown)}
        >
          {t(usedUpShown ? 'productStock.hideUsedUp' : 'productStock.showUsedUp', { count: usedUpCount })}
        </Button>
      )}
    </>
  );
}
