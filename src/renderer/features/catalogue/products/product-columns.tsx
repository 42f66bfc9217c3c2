import { Badge, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { Format } from '#renderer/lib/format';
import { ProductPicture } from '#renderer/parts/product-picture';
import type { DataColumn } from '#renderer/ui/data-table-row';
import type { ProductRow } from '#shared/contract/catalogue';
import { isMeasured } from '#shared/kernel/quantity';

interface Shape {
  /** Whether a panel or the window itself leaves little room. */
  narrow: boolean;
  /** Whether both leave little room; then only the panel shows the available quantity. */
  compact: boolean;
  withCost: boolean;
  withQuantities: boolean;
  /** A customer's list has active products only, and no facts about who keeps it. */
  forCustomer: boolean;
}

/** The columns of the product list. */
export function productColumns(
  t: TFunction<readonly ['catalogue', 'common']>,
  format: Format,
  { narrow, compact, withCost, withQuantities, forCustomer }: Shape,
): DataColumn<ProductRow>[] {
  const columns: (DataColumn<ProductRow> | false)[] = [
    {
      id: 'name',
      header: t('products.name'),
      width: compact ? 'minmax(7rem, 2.6fr)' : 'minmax(11rem, 2.6fr)',
      sortable: true,
      cell: (product) => <Name product={product} lines={compact ? 2 : 1} />,
    },
    !narrow && {
      id: 'category',
      header: t('products.category'),
      width: 'minmax(6rem, 1.2fr)',
      spare: 2,
      cell: ({ categoryName }) => categoryName ?? '–',
    },
    {
      id: 'price',
      header: t('products.price'),
      align: 'end',
      width: 'minmax(5.5rem, 0.8fr)',
      sortable: true,
      cell: ({ priceMinor, unit }) => (
        <Price
          amount={format.money(priceMinor)}
          per={isMeasured(unit) ? t('products.per', { unit: t(`common:unitSigns.${unit}`) }) : null}
        />
      ),
    },
    withCost && {
      id: 'cost',
      header: t('products.cost'),
      align: 'end',
      width: 'minmax(5.5rem, 0.8fr)',
      sortable: true,
      cell: ({ costMinor }) => {
        if (costMinor === null) return '';
        return costMinor === 0 ? t('product.costUnknown') : format.money(costMinor);
      },
    },
    !compact &&
      withQuantities && {
        id: 'available',
        header: t('products.available'),
        align: 'end',
        width: 'minmax(6rem, 0.8fr)',
        cell: (product) => <Available product={product} format={format} low={t('products.low')} />,
      },
    !(narrow || forCustomer) && {
      id: 'status',
      header: t('products.status'),
      wraps: true,
      width: '6.5rem',
      spare: 1,
      cell: ({ status }) =>
        status === 'active' ? (
          t('status.active')
        ) : (
          <Badge color="gray" variant="light" radius="sm" tt="none">
            {t(`status.${status}`)}
          </Badge>
        ),
    },
    !(narrow || forCustomer) && {
      id: 'createdAt',
      header: t('products.created'),
      width: '8rem',
      spare: 3,
      sortable: true,
      cell: ({ createdAt, createdByName }) => <span title={createdByName}>{format.day(createdAt)}</span>,
    },
  ];
  return columns.filter((column) => column !== false);
}

function Name({ product, lines }: { product: ProductRow; lines: number }) {
  return (
    <Group gap="sm" wrap="nowrap">
      <ProductPicture hash={product.imageHash} name={product.name} size={2} />
      <Stack gap={0} miw={0}>
        <Text span inherit lineClamp={lines} title={product.name} style={{ whiteSpace: 'normal' }}>
          {product.name}
        </Text>
        <Text span size="xs" c="dimmed" truncate>
          {product.sku}
        </Text>
      </Stack>
    </Group>
  );
}

function Available({ product, format, low }: { product: ProductRow; format: Format; low: string }) {
  const { availableMilli, thresholdMilli, unit } = product;
  if (availableMilli === null) return null;
  const quantity = format.quantity(availableMilli, unit);
  if (thresholdMilli === null || availableMilli > thresholdMilli) return quantity;
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap" c="yellow">
      <IconAlertTriangle size={14} role="img" aria-label={low} />
      {quantity}
    </Group>
  );
}

function Price({ amount, per }: { amount: string; per: string | null }) {
  if (per === null) return amount;
  return (
    <Stack gap={0}>
      {amount}
      <Text span size="xs" c="dimmed">
        {per}
      </Text>
    </Stack>
  );
}
