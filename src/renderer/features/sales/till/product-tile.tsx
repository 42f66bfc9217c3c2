import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconBan } from '@tabler/icons-react';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { addressOf } from '#renderer/lib/file-address';
import { useFormat } from '#renderer/lib/format';
import { orpc } from '#renderer/lib/rpc';
import type { ProductRow } from '#shared/contract/catalogue';
import { isMeasured } from '#shared/kernel/quantity';
import classes from './product-tiles.module.css';

interface ProductTileProps {
  id: string;
  product: ProductRow;
  active: boolean;
  withPicture: boolean;
  onPick: (product: ProductRow) => void;
}

/** A product to tap, with picture, name, price and available quantity. */
export function ProductTile({ id, product, active, withPicture, onPick }: ProductTileProps) {
  const { t } = useTranslation(['sales', 'common']);
  const format = useFormat();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search box and the list handle the keys and refer to this tile
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className={classes.tile}
      // The search box keeps the focus, so that typing and scanning continue.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onPick(product)}
    >
      {withPicture && <Picture hash={product.imageHash} name={product.name} />}
      <span className={classes.name}>{product.name}</span>
      <span className={classes.foot}>
        <span className={classes.price}>
          {format.money(product.priceMinor)}
          {isMeasured(product.unit) && (
            <span className={classes.per}>
              {t('sales:till.find.per', { unit: t(`common:unitSigns.${product.unit}`) })}
            </span>
          )}
        </span>
        {product.discountMilliPercent > 0 && (
          <Badge color="green" variant="light" radius="sm">
            {t('sales:till.find.offer', { rate: format.rate(product.discountMilliPercent) })}
          </Badge>
        )}
        <Stock product={product} />
      </span>
    </div>
  );
}

function Stock({ product }: { product: ProductRow }) {
  const { t } = useTranslation('sales');
  const format = useFormat();
  const { toSellMilli, availableMilli, thresholdMilli, unit } = product;
  if (toSellMilli === null || availableMilli === null) return null;
  const quantity = format.quantity(toSellMilli, unit);
  if (toSellMilli <= 0) {
    return (
      <span className={classes.none}>
        <IconBan size={14} aria-hidden />
        {t('till.find.stockNone')}
      </span>
    );
  }
  return thresholdMilli !== null && availableMilli <= thresholdMilli ? (
    <span className={classes.low}>
      <IconAlertTriangle size={14} aria-hidden />
      {t('till.find.stockLow', { quantity })}
    </span>
  ) : (
    <span className={classes.stock}>{t('till.find.stock', { quantity })}</span>
  );
}

function Picture({ hash, name }: { hash: string | null; name: string }) {
  const { data } = useQuery(
    orpc.catalogue.image.queryOptions({ input: hash === null ? skipToken : { hash } }),
  );
  return (
    <span className={classes.picture} aria-hidden>
      {data ? <img src={addressOf(data)} alt="" loading="lazy" /> : name.slice(0, 2)}
    </span>
  );
}
