import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { rpc } from '#renderer/lib/rpc';
import { playSuccess } from '#renderer/lib/scan/sounds';
import { useApproval } from '#renderer/parts/approval-provider';
import type { Ticket, TicketLine } from '#shared/contract/sales-documents';
import { BatchDialog } from '../dialogs/batch-dialog';
import { CameraDialog } from '../dialogs/camera-dialog';
import { DiscountDialog } from '../dialogs/discount-dialog';
import { NoteDialog } from '../dialogs/note-dialog';
import { ParkDialog } from '../dialogs/park-dialog';
import { PriceDialog } from '../dialogs/price-dialog';
import { QuantityDialog } from '../dialogs/quantity-dialog';
import { RecallDialog } from '../dialogs/recall-dialog';
import { PayOrderDialog } from '../orders/pay-order-dialog';
import { PlaceOrderDialog } from '../orders/place-order-dialog';
import { useApprovalSubjects } from '../use-approval-subjects';
import { type QuantityNeeded, useTill } from './till-context';

/** Renders the open dialog, if any. */
export function TillDialogs() {
  const { t } = useTranslation(['sales', 'common']);
  const { dialog, close, take, show } = useTill();
  const withApproval = useApproval();
  const subjects = useApprovalSubjects();
  if (dialog === null) return null;
  switch (dialog.kind) {
    case 'lineQuantity':
      return (
        <QuantityDialog
          title={t('sales:dialogs.quantity.title')}
          about={dialog.line.name}
          unit={dialog.line.unit}
          quantityMilli={dialog.line.quantityMilli}
          submitLabel={t('sales:dialogs.quantity.set')}
          save={(quantityMilli) =>
            withApproval(subjects.quantity(dialog.line, quantityMilli), (approval) =>
              rpc.sales.changeLine({ lineId: dialog.line.id, quantityMilli, approval }),
            )
          }
          onSaved={take}
          onClose={close}
        />
      );
    case 'productQuantity':
      return (
        <QuantityDialog
          title={t('common:howMany', {
            unit: t(`common:units.${dialog.product.unit}`),
            product: dialog.product.name,
          })}
          unit={dialog.product.unit}
          quantityMilli={null}
          submitLabel={t('sales:dialogs.quantity.add')}
          save={(quantityMilli) =>
            withApproval(subjects.added(dialog.product, quantityMilli), (approval) =>
              rpc.sales.addLine({ productId: dialog.product.id, quantityMilli, approval }),
            )
          }
          onSaved={take}
          onClose={close}
        />
      );
    case 'scanQuantity':
      return <ScanQuantity needed={dialog.needed} />;
    case 'lineDiscount':
      return <LineDiscount line={dialog.line} />;
    case 'price':
      return <PriceDialog line={dialog.line} onSaved={take} onClose={close} />;
    case 'lineNote':
      return (
        <NoteDialog
          title={t('sales:dialogs.note.lineTitle')}
          note={dialog.line.note}
          maxLength={200}
          save={(note) => rpc.sales.changeLine({ lineId: dialog.line.id, note })}
          onSaved={take}
          onClose={close}
        />
      );
    case 'lineBatch':
      return <BatchDialog line={dialog.line} onSaved={take} onClose={close} />;
    case 'ticketDiscount':
      return <TicketDiscount ticket={dialog.ticket} />;
    case 'ticketNote':
      return (
        <NoteDialog
          title={t('sales:dialogs.note.ticketTitle')}
          note={dialog.ticket.note}
          maxLength={500}
          save={(note) => rpc.sales.noteTicket({ ticketId: dialog.ticket.id, note })}
          onSaved={show}
          onClose={close}
        />
      );
    case 'park':
      return <ParkDialog ticket={dialog.ticket} onParked={() => show(null)} onClose={close} />;
    case 'recall':
      return <RecallDialog onRecalled={show} onClose={close} />;
    case 'order':
      return <PlaceOrder ticket={dialog.ticket} />;
    case 'payOrder':
      return <PayOrderDialog order={dialog.order} onClose={close} />;
    case 'camera':
      return <CameraDialog onClose={close} />;
  }
}

function ScanQuantity({ needed }: { needed: QuantityNeeded }) {
  const { t } = useTranslation(['sales', 'common']);
  const format = useFormat();
  const { close, take } = useTill();
  const withApproval = useApproval();
  const subjects = useApprovalSubjects();
  const { code, unit, productName: product, priceMinor } = needed;
  return (
    <QuantityDialog
      title={t('common:howMany', { unit: t(`common:units.${unit}`), product })}
      about={
        priceMinor === null
          ? undefined
          : t('sales:dialogs.quantity.priceStays', { price: format.money(priceMinor) })
      }
      unit={unit}
      quantityMilli={null}
      submitLabel={t('sales:dialogs.quantity.add')}
      save={(quantityMilli) =>
        withApproval(subjects.added({ name: product, unit }, quantityMilli), (approval) =>
          rpc.sales.scan({ code, quantityMilli, approval }),
        )
      }
      onSaved={(change) => {
        take(change);
        playSuccess();
      }}
      onClose={close}
    />
  );
}

function LineDiscount({ line }: { line: TicketLine }) {
  const { t } = useTranslation('sales');
  const format = useFormat();
  const subjects = useApprovalSubjects();
  const { close, take } = useTill();
  return (
    <DiscountDialog
      title={t('dialogs.discount.lineTitle')}
      about={t('dialogs.discount.about', { name: line.name, amount: format.money(line.grossMinor) })}
      discount={line.discount}
      subjectOf={(discount) => subjects.lineDiscount(line, discount)}
      save={(discount, approval) => rpc.sales.discountLine({ lineId: line.id, discount, approval })}
      onSaved={take}
      onClose={close}
    />
  );
}

function TicketDiscount({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('sales');
  const format = useFormat();
  const subjects = useApprovalSubjects();
  const { close, show } = useTill();
  return (
    <DiscountDialog
      title={t('dialogs.discount.ticketTitle')}
      about={t('dialogs.discount.ticketAbout', { amount: format.money(ticket.totals.subtotalMinor) })}
      discount={ticket.discount}
      subjectOf={subjects.ticketDiscount}
      save={(discount, approval) => rpc.sales.discountTicket({ ticketId: ticket.id, discount, approval })}
      onSaved={show}
      onClose={close}
    />
  );
}

function PlaceOrder({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('sales');
  const { close, open, show } = useTill();
  return (
    <PlaceOrderDialog
      ticket={ticket}
      onPlaced={(order, payNow) => {
        show(null);
        if (payNow) {
          open({ kind: 'payOrder', order });
        } else {
          close();
          notifications.show({ message: t('dialogs.order.placed', { number: order.number }) });
        }
      }}
      onClose={close}
    />
  );
}
