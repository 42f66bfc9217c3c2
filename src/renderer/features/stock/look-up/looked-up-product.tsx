import { Badge, Group, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconBan } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { ProductPicture } from '#renderer/parts/product-picture';
import type { Product } from '#shared/contract/catalogue';
import classes from './look-up.module.css';

/** The product that was looked up, readable at arm's length: name, price and available quantity. */
export function LookedUpProduct({ product }: { product: Product }) {
  const { t } = useTranslation(['stock', 'common']);
  const format = useFormat();
  const { availableMilli, onHandMilli, thresholdMilli, unit } = product;
  const path = product.categoryPath.map(({ name }) => name).join(' / ');
  return (
    <div className={classes.product}>
      <div className={classes.picture}>
        <ProductPicture hash={product.imageHash} name={product.name} size={7} />
      </div>
      <div className={classes.names}>
        <Title order={2} fz="1.75rem" lh={1.2}>
          {product.name}
        </Title>
        <Text c="dimmed">{[product.sku, product.barcode, path].filter(Boolean).join(' · ')}</Text>
        <Group gap="xs" mt={6}>
          {product.status !== 'active' && (
            <Badge color="gray" variant="light" radius="sm" tt="none" leftSection={<IconBan size={14} />}>
              {t(`stock:status.${product.status}`)}
            </Badge>
          )}
          <LowStock availableMilli={availableMilli} thresholdMilli={thresholdMilli} />
        </Group>
      </div>
      <div className={classes.figures}>
        <div className={classes.figure}>
          <Text size="sm" c="dimmed">
            {t('stock:lookUp.price')}
          </Text>
          <div className={classes.large}>{format.money(product.priceMinor)}</div>
          {product.discountMilliPercent > 0 && (
            <Text size="sm">
              {t('stock:lookUp.discount', { rate: format.rate(product.discountMilliPercent) })}
            </Text>
          )}
        </div>
        {availableMilli !== null && onHandMilli !== null && (
          <div className={classes.figure}>
            <Text size="sm" c="dimmed">
              {t('stock:entries.available')}
            </Text>
            <div className={classes.large}>{format.quantity(availableMilli, unit)}</div>
            <Text size="sm">
              {t('stock:lookUp.onHand', { quantity: format.quantity(onHandMilli, unit) })}
            </Text>
          </div>
        )}
      </div>
    </div>
  );
}

interface Levels {
  availableMilli: number | null;
  thresholdMilli: number | null;
}

function LowStock({ availableMilli, thresholdMilli }: Levels) {
  const { t } = useTranslation('stock');
  if (availableMilli === null) return null;
  const isOut = availableMilli <= 0;
  if (!isOut && (thresholdMilli === null || availableMilli > thresholdMilli)) return null;
  return (
    <Badge
      color={isOut ? 'red' : 'yellow'}
      variant="light"
      radius="sm"
      tt="none"
      leftSection={<IconAlertTriangle size={14} />}
    >
      {t(isOut ? 'lookUp.out' : 'lookUp.low')}
    </Badge>
  );
}
