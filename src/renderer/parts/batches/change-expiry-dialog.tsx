import { Autocomplete } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/rpc';
import { foldedFilter } from '#renderer/ui/folded-filter';
import { FormDialog } from '#renderer/ui/form-dialog';
import { useCompleteSubmit } from '#renderer/ui/use-complete-submit';
import type { Batch } from '#shared/contract/stock';
import { ExpiryField } from './expiry-field';

const REASONS = ['misread', 'wrongEntry', 'supplier'] as const;

interface ChangeExpiryDialogProps {
  batch: Pick<Batch, 'id' | 'number' | 'expiresOn' | 'version'>;
  onClose: () => void;
}

/** Corrects the expiry date of a batch, with a reason; an empty day means that it does not expire. */
export function ChangeExpiryDialog({ batch, onClose }: ChangeExpiryDialogProps) {
  const { t } = useTranslation('stock');
  const [expiresOn, setExpiresOn] = useState(batch.expiresOn);
  const [reason, setReason] = useState('');
  const saving = useMutation({
    mutationFn: () =>
      rpc.stock.changeBatch({ id: batch.id, version: batch.version, expiresOn, reason: reason.trim() }),
    onSuccess: onClose,
  });
  const [saysMissing, submit] = useCompleteSubmit(reason.trim() !== '' && expiresOn !== batch.expiresOn);
  return (
    <FormDialog
      title={t('batches.changeTitle', { batch: batch.number })}
      submitLabel={t('batches.change')}
      busy={saving.isPending}
      error={saving.error}
      onSubmit={() => submit(() => saving.mutate())}
      onClose={onClose}
    >
      <ExpiryField
        data-autofocus
        size="md"
        clearable
        clearButtonProps={{ 'aria-label': t('batches.never') }}
        label={t('batches.expiresOn')}
        description={t('batches.expiresOnHint')}
        error={saysMissing && expiresOn === batch.expiresOn && t('batches.sameDay')}
        value={expiresOn}
        onChange={setExpiresOn}
      />
      <Autocomplete
        filter={foldedFilter}
        size="md"
        required
        // Opened downwards it would cover the form's buttons.
        comboboxProps={{ position: 'top-start' }}
        label={t('actions.reason')}
        maxLength={500}
        data={REASONS.map((name) => t(`batches.reasons.${name}`))}
        error={saysMissing && reason.trim() === '' && t('actions.missing.reason')}
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  );
}
