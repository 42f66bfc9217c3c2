import { PrintSheet } from '#renderer/ui/print-sheet';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { PaymentActions } from '../payment/payment-actions';
import { TicketPayment } from '../payment/ticket-payment';
import { FindPane } from '../till/find-pane';
import { TicketPane } from '../till/ticket-pane';
import { TillActions } from '../till/till-actions';
import { TillContext } from '../till/till-context';
import { TillDialogs } from '../till/till-dialogs';
import { TillFrame } from '../till/till-frame';
import { useTillScans } from '../till/use-till-scans';
import { useTillState } from '../till/use-till-state';

/** The till: the ticket on one side, product search or payment on the other. */
export function TillPage() {
  const { till, isPending, error } = useTillState();
  useTillScans(till);
  if (error) return <RefusalNote error={error} />;
  if (isPending) return null;
  const paying = till.step.kind === 'pay' ? till.ticket : null;
  return (
    <TillContext value={till}>
      <PrintSheet>
        <TillFrame>
          <TicketPane />
          {paying ? <TicketPayment ticket={paying} /> : <FindPane />}
          {paying ? <PaymentActions /> : <TillActions />}
        </TillFrame>
        <TillDialogs />
      </PrintSheet>
    </TillContext>
  );
}
