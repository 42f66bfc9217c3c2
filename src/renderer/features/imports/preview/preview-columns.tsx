import { Stack, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { ImportProblem, PreviewRow } from '#shared/contract/imports';
import type { DataColumn } from '../../../components/data-table-row';
import type { Format } from '../../../lib/format';
import { OutcomeBadge } from './outcome-badge';

interface Shape {
  say: (problem: ImportProblem) => string;
  withStock: boolean;
}

/** The columns of the preview. */
export function previewColumns(
  t: TFunction<'imports'>,
  format: Format,
  { say, withStock }: Shape,
): DataColumn<PreviewRow>[] {
  const columns: (DataColumn<PreviewRow> | false)[] = [
    { id: 'line', header: t('preview.line'), width: '4rem', align: 'end', cell: ({ line }) => line },
    {
      id: 'outcome',
      header: t('preview.outcome'),
      width: '8.5rem',
      cell: ({ outcome }) => <OutcomeBadge outcome={outcome} />,
    },
    {
      id: 'product',
      header: t('preview.product'),
      width: 'minmax(11rem, 2.4fr)',
      cell: (row) => <Name row={row} say={say} t={t} />,
    },
    {
      id: 'code',
      header: t('preview.code'),
      width: 'minmax(7rem, 1.2fr)',
      cell: ({ product }) =>
        product && (
          <TwoLines first={product.sku || t('preview.madeUp')} second={product.barcodes.join(', ')} />
        ),
    },
    {
      id: 'category',
      header: t('preview.category'),
      width: 'minmax(0, 1fr)',
      cell: ({ product }) => product?.category || '–',
    },
    {
      id: 'price',
      header: t('preview.price'),
      width: '6rem',
      align: 'end',
      cell: ({ product }) => product && format.money(product.priceMinor),
    },
    withStock && {
      id: 'stock',
      header: t('preview.stock'),
      width: '5rem',
      align: 'end',
      cell: ({ product }) => product && format.quantity(product.openingMilli, product.unit),
    },
  ];
  return columns.filter((column) => column !== false);
}

interface NameProps {
  row: PreviewRow;
  say: Shape['say'];
  t: TFunction<'imports'>;
}

/** The product's name with what is noteworthy about it: what it changes, or why it is refused. */
function Name({ row: { outcome, known, product, problems }, say, t }: NameProps) {
  if (problems.length > 0) {
    return (
      <Text size="sm" c="var(--mantine-color-red-text)" style={{ whiteSpace: 'normal' }}>
        {problems.map(say).join(' ')}
      </Text>
    );
  }
  if (known === null || product === null) return <TwoLines first={product?.name ?? known?.name ?? ''} />;
  return (
    <TwoLines
      first={product.name}
      second={t(outcome === 'update' ? 'preview.changes' : 'preview.isKnown', { name: known.name })}
    />
  );
}

function TwoLines({ first, second = '' }: { first: string; second?: string }) {
  return (
    <Stack gap={0} miw={0}>
      <Text span inherit truncate title={first}>
        {first}
      </Text>
      {second && (
        <Text span size="xs" c="dimmed" truncate title={second}>
          {second}
        </Text>
      )}
    </Stack>
  );
}
