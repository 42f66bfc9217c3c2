import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { orpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { UnitOfMeasure } from '#shared/kernel/quantity';
import { LocationThresholdField } from './location-threshold-field';

interface LocationThresholdsProps {
  product: { id: number; unit: UnitOfMeasure };
  /** Limits the list to one location. */
  at?: { id: number; name: string };
}

/** A product's thresholds by location; editable for people who may edit the catalogue, otherwise read-only. */
export function LocationThresholds({ product, at }: LocationThresholdsProps) {
  const { t } = useTranslation('alerts');
  const format = useFormat();
  const mayEdit = useMay()('editCatalogue') === 'yes';
  const input = { productId: product.id };
  const { data: set, error } = useQuery(orpc.alerts.listLocationThresholds.queryOptions({ input }));
  const { data: places } = useQuery(orpc.stock.listLocations.queryOptions());
  if (error) return <RefusalNote error={error} />;
  if (!(set && places)) return null;
  const shown = at ? [at] : places.filter(({ closedAt }) => closedAt === null);
  const thresholdAt = (id: number) => set.find(({ locationId }) => locationId === id)?.thresholdMilli ?? null;
  if (mayEdit) {
    return (
      <Stack gap="xs">
        {!at && <Text c="dimmed">{t('thresholds.hint')}</Text>}
        <SimpleGrid type="container" cols={at ? 1 : { base: 1, '26rem': 2 }} spacing="md">
          {shown.map((location) => (
            <LocationThresholdField
              key={location.id}
              product={product}
              location={location}
              thresholdMilli={thresholdAt(location.id)}
              {...(at && { label: t('thresholds.here', { location: location.name }) })}
            />
          ))}
        </SimpleGrid>
      </Stack>
    );
  }
  const told = shown.flatMap(({ id, name }) => {
    const milli = thresholdAt(id);
    return milli === null ? [] : [`${name}: ${format.quantity(milli, product.unit)}`];
  });
  if (told.length === 0) return at ? null : <Text c="dimmed">{t('thresholds.noneAnywhere')}</Text>;
  return <Text>{at ? t('thresholds.told', { place: told[0] }) : told.join(', ')}</Text>;
}
