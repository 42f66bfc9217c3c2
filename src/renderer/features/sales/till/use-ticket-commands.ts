import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { rpc } from '#renderer/lib/rpc';
import { confirm } from '#renderer/ui/confirm';
import type { Ticket } from '#shared/contract/sales-documents';
import { useTill } from './till-context';

/** The commands on the whole ticket that need no form. */
export function useTicketCommands(): { voidTicket: (ticket: Ticket) => void } {
  const till = useTill();
  const { t } = useTranslation('sales');
  const format = useFormat();
  const voiding = useMutation({
    mutationFn: async ({ id, totals }: Ticket) => {
      const meant = await confirm({
        title: t('dialogs.voidTicket.title'),
        consequence: t('dialogs.voidTicket.message', {
          count: totals.lineCount,
          total: format.money(totals.totalMinor),
        }),
        confirmLabel: t('dialogs.voidTicket.confirm'),
        danger: true,
      });
      if (!meant) return;
      await rpc.sales.voidTicket({ ticketId: id });
      till.show(null);
    },
    onError: (error) => till.fail({ code: null, error }),
  });
  return { voidTicket: (ticket) => voiding.mutate(ticket) };
}
