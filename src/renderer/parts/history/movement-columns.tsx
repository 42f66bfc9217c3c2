import { Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { Format } from '#renderer/lib/format';
import type { DataColumn } from '#renderer/ui/data-table-row';
import { TextLink } from '#renderer/ui/links';
import { TwoLines } from '#renderer/ui/two-lines';
import type { Movement, MovementCause } from '#shared/contract/stock';
import { signed } from '#shared/kernel/formats';

type Say = TFunction<readonly ['stock', 'common']>;

/** The subject of the list, which its rows need not repeat. */
interface HistoryOf {
  product: boolean;
  location: boolean;
  batch: boolean;
  /** Whether the list covers one document, so that the cause is the same in each row. */
  document: boolean;
}

/** The columns of the ledger. A narrow window shows person and location below other values and omits the cost. */
export function movementColumns(
  t: Say,
  format: Format,
  { of, narrow, withCost }: { of: HistoryOf; narrow: boolean; withCost: boolean },
): DataColumn<Movement>[] {
  const place = ({ locationName, batchNumber }: Movement): string =>
    of.batch || batchNumber === null
      ? locationName
      : t('stock:place', { location: locationName, batch: batchNumber });
  const columns: (DataColumn<Movement> | false)[] = [
    {
      id: 'when',
      header: t('stock:history.when'),
      width: '8rem',
      cell: ({ movedAt }) => <TwoLines first={format.day(movedAt)} second={format.time(movedAt)} />,
    },
    !of.product && {
      id: 'product',
      header: t('stock:history.product'),
      width: 'minmax(6rem, 2fr)',
      cell: (movement) =>
        narrow && !of.location ? (
          <TwoLines first={movement.productName} second={place(movement)} />
        ) : (
          movement.productName
        ),
    },
    !(of.location || (narrow && !of.product)) && {
      id: 'location',
      header: t('stock:history.location'),
      width: 'minmax(6rem, 1.4fr)',
      cell: place,
    },
    of.location &&
      !of.batch && {
        id: 'batch',
        header: t('stock:history.batch'),
        width: 'minmax(5rem, 1fr)',
        cell: ({ batchNumber }) => batchNumber ?? '–',
      },
    {
      id: 'kind',
      header: t('stock:history.kind'),
      width: 'minmax(6.5rem, 1.2fr)',
      cell: (movement) =>
        narrow ? (
          <TwoLines first={t(`stock:kinds.${movement.kind}`)} second={movement.by.name} />
        ) : (
          t(`stock:kinds.${movement.kind}`)
        ),
    },
    {
      id: 'quantity',
      header: t('stock:history.quantity'),
      width: narrow ? 'minmax(6.75rem, 0.8fr)' : 'minmax(5.5rem, 0.8fr)',
      align: 'end',
      figure: ({ quantityMilli, unit }) => signed(quantityMilli, format.quantity(quantityMilli, unit)),
      cell: ({ quantityMilli, unit }) => (
        <Text span inherit fw={650}>
          {signed(quantityMilli, format.quantity(quantityMilli, unit))}
        </Text>
      ),
    },
    {
      id: 'after',
      header: t('stock:history.after'),
      width: narrow ? 'minmax(7rem, 0.8fr)' : 'minmax(5.5rem, 0.8fr)',
      spare: 1,
      align: 'end',
      // With room for the sign of a quantity below zero.
      figure: ({ afterMilli, unit, belowZero }) =>
        `${belowZero ? '   ' : ''}${format.quantity(afterMilli, unit)}`,
      cell: (movement) => <After movement={movement} format={format} marked={t('stock:history.belowZero')} />,
    },
    withCost &&
      !narrow && {
        id: 'cost',
        header: t('stock:history.unitCost'),
        width: '6.5rem',
        spare: 3,
        align: 'end',
        cell: ({ valueMinor, quantityMilli }) =>
          valueMinor === null ? '' : format.unitCost(valueMinor, quantityMilli),
      },
    !narrow && {
      id: 'by',
      header: t('stock:history.by'),
      width: 'minmax(6rem, 1fr)',
      spare: 2,
      cell: ({ by }) => by.name,
    },
    !of.document && {
      id: 'cause',
      header: t('stock:history.cause'),
      // Room for the number of a document.
      width: narrow ? 'minmax(6.75rem, 1fr)' : 'minmax(6.75rem, 1.6fr)',
      cell: (movement) => <Cause movement={movement} t={t} />,
    },
  ];
  return columns.filter((column) => column !== false);
}

function After({ movement, format, marked }: { movement: Movement; format: Format; marked: string }) {
  const after = format.quantity(movement.afterMilli, movement.unit);
  if (!movement.belowZero) return after;
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap" c="yellow" title={marked}>
      <IconAlertTriangle size={14} role="img" aria-label={marked} />
      {after}
    </Group>
  );
}

/**
 * The page of each kind of document that moves goods. For a new kind, add its line here and its number to
 * `history-sql` in main; a kind without a page is shown by its name only.
 */
const documentPages = {
  order: '/till/orders/$id',
  transfer: '/stockroom/transfers/$id',
  issue: '/stockroom/issues/$id',
  stocktake: '/stockroom/stocktakes/$id',
} as const satisfies Partial<Record<MovementCause, string>>;

function pageOf(cause: MovementCause): (typeof documentPages)[keyof typeof documentPages] | undefined {
  return cause in documentPages ? documentPages[cause as keyof typeof documentPages] : undefined;
}

/** Links to the document that moved the goods, or shows the reason that a person gave. */
function Cause({ movement, t }: { movement: Movement; t: Say }) {
  const { cause, causeId, causeLabel, reason } = movement;
  if (cause === '' || causeId === null) return <span title={reason}>{reason}</span>;
  const name = t(`stock:history.causes.${cause}`, { number: causeLabel });
  const page = pageOf(cause);
  if (page === undefined) return <span title={name}>{name}</span>;
  return (
    <TextLink
      inherit
      to={page}
      params={{ id: String(causeId) }}
      // With large text the link wraps to two lines, because a link must never be cut off.
      style={{ whiteSpace: 'normal' }}
      onClick={(event) => event.stopPropagation()}
    >
      {name}
    </TextLink>
  );
}
