import { Badge, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { ProductPicture } from '#renderer/parts/product-picture';
import type { Product } from '#shared/contract/catalogue';

/** A product's details: category, prices, codes, and who created and changed it. */
export function ProductFacts({ product }: { product: Product }) {
  const { t } = useTranslation(['catalogue', 'common']);
  const format = useFormat();
  const { unit, thresholdMilli, reorderMilli, costMinor } = product;
  const level = (milli: number | null): string => (milli === null ? '–' : format.quantity(milli, unit));
  const facts = [
    { name: t('catalogue:product.price'), value: format.money(product.priceMinor) },
    ...(costMinor === null
      ? []
      : [
          {
            name: t('catalogue:product.cost'),
            value: costMinor === 0 ? t('catalogue:product.costUnknown') : format.money(costMinor),
          },
        ]),
    { name: t('catalogue:product.taxRate'), value: format.rate(product.taxRateMilliPercent) },
    { name: t('catalogue:product.discount'), value: format.rate(product.discountMilliPercent) },
    { name: t('catalogue:product.unit'), value: t(`common:units.${unit}`) },
    { name: t('catalogue:product.threshold'), value: level(thresholdMilli) },
    { name: t('catalogue:product.reorder'), value: level(reorderMilli) },
    { name: t('catalogue:product.supplier'), value: product.preferredSupplier || '–' },
  ];
  return (
    <Stack gap="md">
      <Group wrap="nowrap" align="flex-start">
        <ProductPicture hash={product.imageHash} name={product.name} size={6} />
        <div>
          <Text size="sm" c="dimmed">
            {product.categoryPath.length === 0
              ? t('catalogue:product.noCategory')
              : product.categoryPath.map(({ name }) => name).join(' / ')}
          </Text>
          <Text>{product.sku}</Text>
          <Badge
            mt={6}
            color={product.status === 'active' ? 'green' : 'gray'}
            variant="light"
            radius="sm"
            tt="none"
          >
            {t(`catalogue:status.${product.status}`)}
          </Badge>
        </div>
      </Group>
      <SimpleGrid type="container" cols={{ base: 2, '30rem': 4 }} spacing="sm" verticalSpacing="sm">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <Text size="sm" c="dimmed">
              {name}
            </Text>
            <Text fw={600}>{value}</Text>
          </div>
        ))}
      </SimpleGrid>
      <Barcodes product={product} />
      {product.description !== '' && (
        <div>
          <Title order={3} size="h6">
            {t('catalogue:product.description')}
          </Title>
          <Text style={{ whiteSpace: 'pre-wrap' }}>{product.description}</Text>
        </div>
      )}
      <Text size="sm" c="dimmed">
        {t('catalogue:product.madeBy', {
          name: product.createdBy.name,
          at: format.dateTime(product.createdAt),
        })}
        <br />
        {t('catalogue:product.changedBy', {
          name: product.changedBy.name,
          at: format.dateTime(product.changedAt),
        })}
      </Text>
    </Stack>
  );
}

function Barcodes({ product }: { product: Product }) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  return (
    <div>
      <Title order={3} size="h6" mb={4}>
        {t('barcodes.label')}
      </Title>
      {product.barcodes.length === 0 ? (
        <Text c="dimmed">{t('barcodes.none')}</Text>
      ) : (
        product.barcodes.map(({ id, code, kind, quantityMilli }) => (
          <Group key={id} justify="space-between" gap="sm">
            <Text ff="monospace">{code}</Text>
            <Text size="sm" c="dimmed">
              {quantityMilli === 1000
                ? t(`barcodes.kinds.${kind}`)
                : t('barcodes.forQuantity', {
                    kind: t(`barcodes.kinds.${kind}`),
                    quantity: format.quantity(quantityMilli, product.unit),
                  })}
            </Text>
          </Group>
        ))
      )}
    </div>
  );
}
