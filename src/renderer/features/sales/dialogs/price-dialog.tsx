import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { rpc } from '#renderer/lib/rpc';
import { useApproval } from '#renderer/parts/approval-provider';
import { FormDialog } from '#renderer/ui/form-dialog';
import { MoneyField } from '#renderer/ui/money-field';
import { useCompleteSubmit } from '#renderer/ui/use-complete-submit';
import type { LineChange, TicketLine } from '#shared/contract/sales-documents';
import { useApprovalSubjects } from '../use-approval-subjects';

interface PriceDialogProps {
  line: TicketLine;
  onSaved: (change: LineChange) => void;
  onClose: () => void;
}

/** Overrides the price of a line, or restores the product's own price; a manager may have to approve. */
export function PriceDialog({ line, onSaved, onClose }: PriceDialogProps) {
  const { t } = useTranslation('sales');
  const format = useFormat();
  const withApproval = useApproval();
  const subjects = useApprovalSubjects();
  const [priceMinor, setPriceMinor] = useState<number | null>(line.unitPriceMinor);
  const saving = useMutation({
    mutationFn: (unitPriceMinor: number | null) =>
      withApproval(subjects.price(line, unitPriceMinor), (approval) =>
        rpc.sales.overridePrice({ lineId: line.id, unitPriceMinor, approval }),
      ),
    onSuccess: (change) => {
      onSaved(change);
      onClose();
    },
  });
  const own = format.money(line.listPriceMinor);
  const [saysMissing, submit] = useCompleteSubmit(priceMinor !== null);
  return (
    <FormDialog
      title={t('dialogs.price.title')}
      submitLabel={t('dialogs.price.set')}
      busy={saving.isPending}
      error={saving.error}
      onSubmit={() => submit(() => saving.mutate(priceMinor))}
      onClose={onClose}
      secondary={
        line.unitPriceMinor !== line.listPriceMinor && (
          <Button variant="subtle" size="md" onClick={() => saving.mutate(null)}>
            {t('dialogs.price.remove', { price: own })}
          </Button>
        )
      }
    >
      <Text fw={600}>{line.name}</Text>
      <MoneyField
        data-autofocus
        needed={saysMissing}
        size="xl"
        label={t('dialogs.price.label')}
        description={t('dialogs.price.hint', { price: own })}
        value={priceMinor}
        onChange={setPriceMinor}
      />
    </FormDialog>
  );
}
