import { Button, Group } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitOfMeasure } from '#shared/kernel/quantity';
import { orpc } from '../../lib/rpc';
import { QuantityField } from '../quantity-field';
import { RefusalNote } from '../refusal-note';

interface LocationThresholdFieldProps {
  product: { id: number; unit: UnitOfMeasure };
  location: { id: number; name: string };
  /** As it is saved; null for none. */
  thresholdMilli: number | null;
  /** Names the field; left out, the location's name does. */
  label?: string;
}

/** From which quantity on a product runs low at one location: saved by Enter, or by the button that a change brings. */
export function LocationThresholdField({
  product,
  location,
  thresholdMilli,
  label = location.name,
}: LocationThresholdFieldProps) {
  const { t } = useTranslation(['alerts', 'common']);
  const queries = useQueryClient();
  const [draft, setDraft] = useState<{ milli: number | null } | null>(null);
  const input = { productId: product.id };
  const saving = useMutation(
    orpc.alerts.setLocationThreshold.mutationOptions({
      onSuccess: (all) => {
        queries.setQueryData(orpc.alerts.listLocationThresholds.queryKey({ input }), all);
        setDraft(null);
      },
    }),
  );
  const milli = draft === null ? thresholdMilli : draft.milli;
  const isChanged = milli !== thresholdMilli;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged) saving.mutate({ ...input, locationId: location.id, thresholdMilli: milli });
      }}
    >
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <QuantityField
          flex={1}
          maw="14rem"
          unit={product.unit}
          label={label}
          placeholder={t('alerts:thresholds.none')}
          value={milli}
          onChange={(typed) => setDraft({ milli: typed })}
        />
        {isChanged && (
          <Button
            type="submit"
            variant="default"
            leftSection={<IconDeviceFloppy size={18} />}
            loading={saving.isPending}
          >
            {t('common:save')}
          </Button>
        )}
      </Group>
      <RefusalNote error={saving.error} onDismiss={saving.reset} />
    </form>
  );
}
