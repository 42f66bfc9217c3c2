import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '#renderer/ui/form-dialog';
import { QuantityField } from '#renderer/ui/quantity-field';
import { useCompleteSubmit } from '#renderer/ui/use-complete-submit';
import type { LineChange } from '#shared/contract/sales-documents';
import type { UnitOfMeasure } from '#shared/kernel/quantity';

interface QuantityDialogProps {
  title: string;
  about?: string | undefined;
  unit: UnitOfMeasure;
  /** The current quantity; null when the product is not on the ticket yet. */
  quantityMilli: number | null;
  submitLabel: string;
  save: (quantityMilli: number) => Promise<LineChange>;
  onSaved: (change: LineChange) => void;
  onClose: () => void;
}

/** Asks for a quantity in the product's unit. */
export function QuantityDialog(props: QuantityDialogProps) {
  const { t } = useTranslation(['sales', 'common']);
  const [quantityMilli, setQuantityMilli] = useState(props.quantityMilli);
  const saving = useMutation({
    mutationFn: props.save,
    onSuccess: (change) => {
      props.onSaved(change);
      props.onClose();
    },
  });
  const [saysMissing, submit] = useCompleteSubmit(Boolean(quantityMilli));
  return (
    <FormDialog
      title={props.title}
      submitLabel={props.submitLabel}
      busy={saving.isPending}
      error={saving.error}
      onSubmit={() => submit(() => quantityMilli && saving.mutate(quantityMilli))}
      onClose={props.onClose}
    >
      {props.about && <Text fw={600}>{props.about}</Text>}
      <QuantityField
        aboveZero
        needed={saysMissing}
        data-autofocus
        size="xl"
        label={t('sales:dialogs.quantity.labelUnit', { unit: t(`common:units.${props.unit}`) })}
        unit={props.unit}
        value={quantityMilli}
        onChange={setQuantityMilli}
      />
    </FormDialog>
  );
}
