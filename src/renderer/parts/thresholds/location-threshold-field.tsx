import { Button, Group } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { QuantityField } from '#renderer/ui/quantity-field';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { UnitOfMeasure } from '#shared/kernel/quantity';

interface LocationThresholdFieldProps {
  product: { id: number; unit: UnitOfMeasure };
  location: { id: number; name: string };
  /** The saved threshold; null for none. */
  thresholdMilli: number | null;
  /** The label of the field; the location's name by default. */
  label?: string;
}

/** Edits a product's threshold at one location; saved on Enter, or with the button that appears after a change. */
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
  const save = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (isChanged) saving.mutate({ ...input, locationId: location.id, thresholdMilli: milli });
  };
  return (
    <form noValidate onSubmit={save}>
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
