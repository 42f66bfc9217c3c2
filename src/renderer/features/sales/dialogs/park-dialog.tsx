import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { rpc } from '#renderer/lib/rpc';
import { FormDialog } from '#renderer/ui/form-dialog';
import { useCompleteSubmit } from '#renderer/ui/use-complete-submit';
import type { Ticket } from '#shared/contract/sales-documents';

interface ParkDialogProps {
  ticket: Ticket;
  onParked: () => void;
  onClose: () => void;
}

/** Parks the ticket under a name; Enter accepts the suggested one. */
export function ParkDialog({ ticket, onParked, onClose }: ParkDialogProps) {
  const { t } = useTranslation('sales');
  const format = useFormat();
  const [name, setName] = useState(() => t('dialogs.park.suggestion', { time: format.time(Date.now()) }));
  const parking = useMutation({
    mutationFn: () => rpc.sales.parkTicket({ ticketId: ticket.id, name }),
    onSuccess: () => {
      onParked();
      onClose();
    },
  });
  const [saysMissing, submit] = useCompleteSubmit(name.trim() !== '');
  return (
    <FormDialog
      title={t('dialogs.park.title')}
      submitLabel={t('dialogs.park.park')}
      busy={parking.isPending}
      error={parking.error}
      onSubmit={() => submit(() => parking.mutate())}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        size="lg"
        label={t('dialogs.park.label')}
        description={t('dialogs.park.hint')}
        maxLength={60}
        error={saysMissing && name.trim() === '' && t('dialogs.park.missing')}
        value={name}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
