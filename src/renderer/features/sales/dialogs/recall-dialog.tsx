import { Stack, UnstyledButton } from '@mantine/core';
import { IconParking } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { orpc, rpc } from '#renderer/lib/rpc';
import { DialogFrame } from '#renderer/ui/dialog-frame';
import { EmptyState } from '#renderer/ui/empty-state';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { Ticket } from '#shared/contract/sales-documents';
import { tillKeys } from '../till/till-keys';
import classes from './dialog-rows.module.css';
import { moveFocus } from './move-focus';

interface RecallDialogProps {
  onRecalled: (ticket: Ticket) => void;
  onClose: () => void;
}

/** Lists the parked tickets; arrows move, Enter recalls one. */
export function RecallDialog({ onRecalled, onClose }: RecallDialogProps) {
  const { t } = useTranslation('sales');
  const format = useFormat();
  const { data: parked, error } = useQuery(orpc.sales.listParked.queryOptions({ refetchOnMount: 'always' }));
  const recalling = useMutation({
    mutationFn: (ticketId: number) => rpc.sales.recallTicket({ ticketId }),
    onSuccess: (ticket) => {
      onRecalled(ticket);
      onClose();
    },
  });
  const firstRow = useRef<HTMLButtonElement>(null);
  const hasRows = parked !== undefined && parked.length > 0;
  useEffect(() => {
    if (hasRows) firstRow.current?.focus();
  }, [hasRows]);
  return (
    <DialogFrame onClose={onClose} title={t('dialogs.recall.title')} size="lg">
      <RefusalNote error={error ?? recalling.error} />
      {parked?.length === 0 && (
        <EmptyState
          title={t('dialogs.recall.empty')}
          hint={t('dialogs.recall.emptyHint', { key: tillKeys.park })}
          icon={<IconParking size={36} />}
        />
      )}
      <Stack gap={0} role="group" aria-label={t('dialogs.recall.label')} onKeyDown={moveFocus}>
        {parked?.map((ticket, index) => (
          <UnstyledButton
            key={ticket.id}
            ref={index === 0 ? firstRow : undefined}
            data-autofocus={index === 0 || undefined}
            className={classes.row}
            disabled={recalling.isPending}
            onClick={() => recalling.mutate(ticket.id)}
          >
            <span className={classes.name}>{ticket.name}</span>
            <span className={classes.total}>{format.money(ticket.totalMinor)}</span>
            <span className={classes.details}>
              {t('dialogs.recall.row', {
                lines: t('till.ticket.lines', { count: ticket.lineCount }),
                cashier: ticket.cashier.name,
                time: format.dateTime(ticket.parkedAt),
              })}
            </span>
          </UnstyledButton>
        ))}
      </Stack>
    </DialogFrame>
  );
}
