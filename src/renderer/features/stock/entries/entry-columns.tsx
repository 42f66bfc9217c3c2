import { Stack, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { Format } from '#renderer/lib/format';
import { ExpiryMark } from '#renderer/parts/batches/expiry-mark';
import type { DataColumn } from '#renderer/ui/data-table-row';
import { TwoLines } from '#renderer/ui/two-lines';
import type { StockEntry } from '#shared/contract/stock';

interface Shape {
  /** Whether a panel or the window itself leaves little room. */
  narrow: boolean;
  /** Whether both leave little room. */
  tight: boolean;
  withValue: boolean;
  /** Whether all rows are of one location. */
  ofLocation: boolean;
}

/** The columns of the stock list. */
export function entryColumns(
  t: TFunction<'stock'>,
  format: Format,
  { narrow, tight, withValue, ofLocation }: Shape,
): DataColumn<StockEntry>[] {
  const columns: (DataColumn<StockEntry> | false)[] = [
    {
      id: 'product',
      header: t('entries.product'),
      width: tight ? 'minmax(7rem, 2.4fr)' : 'minmax(10rem, 2.4fr)',
      cell: ({ productName, sku }) => <TwoLines first={productName} second={sku} lines={tight ? 2 : 1} />,
    },
    !(ofLocation && narrow) && {
      id: 'location',
      header: t('entries.location'),
      wraps: true,
      width: locationWidth(narrow, tight),
      ...(tight && { spare: 1 }),
      cell: ({ locationName, batchNumber: batch, expiresOn }) =>
        narrow && batch !== null ? (
          <BatchLines name={t('place', { location: locationName, batch })} expiresOn={expiresOn} />
        ) : (
          locationName
        ),
    },
    !(narrow && !ofLocation) && {
      id: 'batch',
      header: t('batches.batch'),
      width: tight ? 'minmax(0rem, 1.6fr)' : 'minmax(11.5rem, 1.6fr)',
      cell: ({ batchNumber, expiresOn }) =>
        batchNumber === null ? '–' : <BatchLines name={batchNumber} expiresOn={expiresOn} />,
    },
    !tight && {
      id: 'onHand',
      header: t('entries.onHand'),
      align: 'end',
      width: 'minmax(6.5rem, 0.8fr)',
      cell: ({ onHandMilli, unit }) => format.quantity(onHandMilli, unit),
    },
    !narrow && {
      id: 'reserved',
      header: t('entries.reserved'),
      align: 'end',
      width: 'minmax(6.5rem, 0.8fr)',
      spare: 2,
      cell: ({ reservedMilli, unit }) => (reservedMilli === 0 ? '–' : format.quantity(reservedMilli, unit)),
    },
    {
      id: 'available',
      header: t('entries.available'),
      align: 'end',
      width: 'minmax(6.5rem, 0.8fr)',
      figure: ({ availableMilli, unit }) => format.quantity(availableMilli, unit),
      cell: ({ availableMilli, unit }) => (
        <Text span inherit fw={650}>
          {format.quantity(availableMilli, unit)}
        </Text>
      ),
    },
    !narrow && {
      id: 'lastReceived',
      header: t('entries.lastReceived'),
      width: '8rem',
      spare: 3,
      cell: ({ lastReceivedAt }) => (lastReceivedAt === null ? '–' : format.day(lastReceivedAt)),
    },
    withValue &&
      !narrow && {
        id: 'value',
        header: t('entries.value'),
        align: 'end',
        width: '7rem',
        cell: ({ valueMinor }) => (valueMinor === null ? '' : format.money(valueMinor)),
      },
  ];
  return columns.filter((column) => column !== false);
}

/** With little room, the batch and expiry are below the location. */
function locationWidth(narrow: boolean, tight: boolean): string {
  if (tight) return 'minmax(6.75rem, 1.6fr)';
  return narrow ? 'minmax(11.5rem, 1.6fr)' : 'minmax(6rem, 1.6fr)';
}

/** A batch with its expiry below. */
function BatchLines({ name, expiresOn }: { name: string; expiresOn: string | null }) {
  return (
    <Stack gap={0}>
      <Text span inherit truncate title={name}>
        {name}
      </Text>
      {expiresOn !== null && (
        <Text span size="xs" c="dimmed">
          <ExpiryMark expiresOn={expiresOn} />
        </Text>
      )}
    </Stack>
  );
}
