import { IconCash, IconCircleCheck, IconScan } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { EmptyState } from '#renderer/ui/empty-state';
import { KeyButton } from '#renderer/ui/key-button';
import { ScanFailure } from './scan-failure';
import { TicketLines } from './ticket-lines';
import classes from './ticket-pane.module.css';
import { TicketTotals } from './ticket-totals';
import { useTill } from './till-context';
import { tillKeys } from './till-keys';

/** The complete ticket: lines, totals and the pay button. */
export function TicketPane() {
  const { ticket, step, go } = useTill();
  const { t } = useTranslation('sales');
  const format = useFormat();
  const count = ticket?.lines.length ?? 0;
  return (
    <section className={classes.pane} aria-label={t('till.ticket.label')}>
      <ScanFailure />
      <div className={classes.head}>
        <span className={classes.count}>{t('till.ticket.lines', { count })}</span>
        {ticket && (
          <span className={classes.about}>
            {ticket.cashier.name} · {t('till.ticket.started', { time: format.time(ticket.createdAt) })}
          </span>
        )}
        {count > 0 && <span className={classes.keys}>{t('till.ticket.keys')}</span>}
      </div>
      {count > 0 ? <TicketLines /> : <EmptyTicket />}
      {ticket !== null && ticket.note !== '' && (
        <div className={classes.note}>{t('till.ticket.note', { note: ticket.note })}</div>
      )}
      <div className={classes.foot}>
        <TicketTotals ticket={ticket} />
        <KeyButton
          keys={tillKeys.pay}
          label={t('till.actions.pay')}
          icon={<IconCash size={26} />}
          size="xl"
          className={classes.pay}
          fullWidth
          disabled={count === 0 || step.kind === 'pay'}
          run={() => go({ kind: 'pay' })}
        />
      </div>
    </section>
  );
}

function EmptyTicket() {
  const { step } = useTill();
  const { t } = useTranslation('sales');
  const paid = step.kind === 'paid';
  return (
    <div className={classes.empty}>
      {paid ? (
        <EmptyState
          title={t('till.ticket.afterSaleTitle')}
          hint={t('till.ticket.afterSaleHint')}
          icon={<IconCircleCheck size={36} />}
        />
      ) : (
        <EmptyState
          title={t('till.ticket.emptyTitle')}
          hint={t('till.ticket.emptyHint', { find: tillKeys.find })}
          icon={<IconScan size={36} />}
        />
      )}
    </div>
  );
}
