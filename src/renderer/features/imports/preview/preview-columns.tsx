import { Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { Format } from '#renderer/lib/format';
import type { DataColumn } from '#renderer/ui/data-table-row';
import type { ImportProblem, PreviewRow } from '#shared/contract/imports';
import { guessBarcodeKind, normalizeBarcode } from '#shared/kernel/barcode';
import { changesInWords } from './changes-in-words';
import { OutcomeBadge } from './outcome-badge';

type Say = TFunction<readonly ['imports', 'catalogue', 'common']>;

interface Shape {
  say: (problem: ImportProblem) => string;
  withStock: boolean;
  /** Whether there is little room. */
  narrow: boolean;
}

/** The columns of the preview. */
export function previewColumns(
  t: Say,
  format: Format,
  { say, withStock, narrow }: Shape,
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
      cell: (row) => <Name row={row} say={say} t={t} format={format} />,
    },
    !narrow && {
      id: 'category',
      header: t('preview.category'),
      width: 'minmax(6rem, 1fr)',
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
      // An empty cell does not change the stock of an existing product.
      cell: ({ product, known }) =>
        product &&
        (known && product.openingMilli === 0 ? '–' : format.quantity(product.openingMilli, product.unit)),
    },
  ];
  return columns.filter((column) => column !== false);
}

interface NameProps {
  row: PreviewRow;
  say: Shape['say'];
  format: Format;
  t: Say;
}

/** The product's name with what changes of it, or its codes; or why the row is refused. */
function Name({ row: { known, product, changes, problems, sameName }, say, t, format }: NameProps) {
  if (problems.length > 0) {
    return (
      <Text size="sm" c="var(--mantine-color-red-text)" style={{ whiteSpace: 'normal' }}>
        {problems.map(say).join(' ')}
      </Text>
    );
  }
  if (product === null) return <TwoLines first={known?.name ?? ''} second={t('preview.isKnown')} />;
  const changed = changesInWords(t, format, { changes, product });
  const isOffSale = product.status !== 'active' && changes.after.status === undefined;
  const wrong = wrongDigitsOf(product.barcodes);
  const namesake = sameName?.line ?? null;
  const remarks = [
    ...(product.hasUsualTaxRate
      ? []
      : [t('preview.unusualTaxRate', { rate: format.rate(product.taxRateMilliPercent) })]),
    ...(wrong.length > 0 ? [t('preview.keptAsOwn', { codes: wrong.join(', ') })] : []),
    ...(isOffSale ? [t(`catalogue:status.${product.status}`)] : []),
  ];
  const codes = [product.sku || t('preview.generated'), ...product.barcodes];
  return (
    <TwoLines
      first={product.name}
      warning={
        sameName &&
        (namesake === null ? t('preview.sameName') : t('preview.sameNameInFile', { line: namesake }))
      }
      second={[...remarks, ...(changed.length > 0 ? changed : codes)].join(' · ')}
    />
  );
}

/** The codes with a wrong check digit; unless their row is refused, they become internal codes. */
function wrongDigitsOf(codes: readonly string[]): string[] {
  return codes.filter((code) => {
    const read = normalizeBarcode(guessBarcodeKind(code), code);
    return !read.ok && read.reason === 'CHECK_DIGIT';
  });
}

interface TwoLinesProps {
  first: string;
  second?: string;
  /** Shown before the second line. */
  warning?: string | null;
}

function TwoLines({ first, second = '', warning = null }: TwoLinesProps) {
  return (
    <Stack gap={0} miw={0}>
      <Text span inherit truncate title={first}>
        {first}
      </Text>
      {(second || warning) && (
        <Text span size="xs" c="dimmed" style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
          {warning && (
            <Text span inherit c="var(--mantine-color-yellow-text)" mr={6}>
              <IconAlertTriangle size={12} aria-hidden /> {warning}
            </Text>
          )}
          {second}
        </Text>
      )}
    </Stack>
  );
}
