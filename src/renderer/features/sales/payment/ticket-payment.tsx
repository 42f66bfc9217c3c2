import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/rpc';
import { useStore } from '#renderer/lib/store-status';
import type { Ticket } from '#shared/contract/sales-documents';
import { useTill } from '../till/till-context';
import { PaymentDesk } from './payment-desk';
import classes from './payment-desk.module.css';
import { calculatePayment } from './payment-state';
import type { Payable } from './use-payment';

/** Payment of the current ticket. Scans are still added to it meanwhile, and the amount due is updated. */
export function TicketPayment({ ticket }: { ticket: Ticket }) {
  const till = useTill();
  const { t } = useTranslation('sales');
  const { currency, cashStepMinor } = useStore();
  const { totalMinor } = ticket.totals;
  const payable: Payable = {
    key: [ticket.id, ticket.version],
    taken: till.tendersTaken,
    calculate: (tenders) => calculatePayment(totalMinor, tenders, { currency, cashStepMinor }),
    pay: async (tenders, idempotencyKey) => {
      const receipt = await rpc.sales.completeTicket(
        { ticketId: ticket.id, totalMinor, tenders },
        { context: { idempotencyKey } },
      );
      till.show(null);
      till.setFindText('');
      till.go({ kind: 'paid', receipt });
    },
  };
  return (
    <section className={classes.side} aria-label={t('payment.title')}>
      <PaymentDesk payable={payable} layer="page" />
    </section>
  );
}
