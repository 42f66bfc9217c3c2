import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { useStore } from '#renderer/lib/store-status';
import type { Ticket } from '#shared/contract/sales-documents';
import classes from './ticket-pane.module.css';

/** The totals of the ticket; the grand total has the largest figures on the screen. */
export function TicketTotals({ ticket }: { ticket: Ticket | null }) {
  const { t } = useTranslation('sales');
  const format = useFormat();
  const { pricesIncludeTax } = useStore();
  const totals = ticket?.totals;
  const discount = ticket?.discount;
  return (
    <dl className={classes.totals} aria-live="polite" aria-atomic="true">
      {totals !== undefined && totals.discountMinor !== 0 && (
        <>
          <SmallFigure label={t('till.ticket.subtotal')} amount={format.money(totals.subtotalMinor)} />
          <SmallFigure
            label={
              discount?.kind === 'percent'
                ? t('till.ticket.ticketDiscount', { rate: format.rate(discount.milliPercent) })
                : t('till.ticket.discount')
            }
            amount={format.money(-totals.discountMinor)}
          />
        </>
      )}
      {totals !== undefined && (
        <SmallFigure
          label={t(pricesIncludeTax ? 'till.ticket.taxIncluded' : 'till.ticket.taxAdded')}
          amount={format.money(totals.taxMinor)}
        />
      )}
      <div className={classes.total}>
        <dt>{t('till.ticket.total')}</dt>
        <dd>{format.money(totals?.totalMinor ?? 0)}</dd>
      </div>
    </dl>
  );
}

function SmallFigure({ label, amount }: { label: string; amount: string }) {
  return (
    <div className={classes.smallFigure}>
      <dt>{label}</dt>
      <dd>{amount}</dd>
    </div>
  );
}
