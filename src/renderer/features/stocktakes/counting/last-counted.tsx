import { Alert, Badge, Text, Title } from '@mantine/core';
import { IconArrowsExchange, IconListCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { ProductPicture } from '#renderer/parts/product-picture';
import type { CountAnswer } from '#shared/contract/stocktakes';
import classes from './counting.module.css';

/** The last count, readable at arm's length, with the total counted for its line so far. */
export function LastCounted({ last, isUndone }: { last: CountAnswer; isUndone: boolean }) {
  const { t } = useTranslation('stocktakes');
  const format = useFormat();
  const { unit } = last;
  const moved = last.cameMilli + last.leftMilli > 0;
  const batch = last.batchNumber === null ? '' : t('batch', { number: last.batchNumber });
  return (
    <section className={classes.last} aria-label={t('counting.last')}>
      <ProductPicture hash={last.imageHash} name={last.productName} size={5.5} />
      <div className={classes.names}>
        <Title order={2} fz="1.75rem" lh={1.2}>
          {last.productName}
        </Title>
        <Text c="dimmed">{[last.sku, batch].filter(Boolean).join(' · ')}</Text>
        {last.found && (
          <Badge
            mt={6}
            variant="light"
            radius="sm"
            tt="none"
            leftSection={<IconListCheck size={14} aria-hidden />}
          >
            {t('found')}
          </Badge>
        )}
      </div>
      <div className={classes.figure} role="status">
        <Text size="sm" c="dimmed">
          {t('counting.counted')}
        </Text>
        <div className={classes.count}>
          {last.countedMilli === null ? t('counting.none') : format.quantity(last.countedMilli, unit)}
        </div>
        <Text size="sm">
          {t(isUndone ? `counting.undone.${last.mode}` : `counting.${last.mode}`, {
            quantity: format.quantity(last.quantityMilli, unit),
          })}
        </Text>
      </div>
      {moved && (
        <Alert
          className={classes.moved}
          variant="light"
          color="yellow"
          icon={<IconArrowsExchange aria-hidden />}
        >
          {t('counting.moved', {
            left: format.quantity(last.leftMilli, unit),
            came: format.quantity(last.cameMilli, unit),
          })}
        </Alert>
      )}
    </section>
  );
}
