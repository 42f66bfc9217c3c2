import { IconAlertTriangle, IconTag } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Format, useFormat } from '#renderer/lib/format';
import type { TicketLine } from '#shared/contract/sales-documents';
import { isMeasured, MILLI_PER_UNIT } from '#shared/kernel/quantity';
import classes from './ticket-lines.module.css';

interface TicketLineRowProps {
  line: TicketLine;
  /** Its place on the ticket, from 1, and how many there are. */
  place: number;
  of: number;
  selected: boolean;
  /** How often it changed, so that it is highlighted each time; 0 when it was not the last to change. */
  changes: number;
  onSelect: (lineId: number) => void;
  onEdit: (line: TicketLine) => void;
}

/** One line of the ticket: how many, what, at which price, and what it comes to. */
export const TicketLineRow = memo(function TicketLineRow(props: TicketLineRowProps) {
  const { line, place, of, selected, changes, onSelect, onEdit } = props;
  const { t } = useTranslation('sales');
  const format = useFormat();
  const quantity = format.quantity(line.quantityMilli, line.unit);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list around has the focus and the keys, and names this line
    <div
      id={ticketLineId(line.id)}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-posinset={place}
      aria-setsize={of}
      className={classes.row}
      onClick={() => onSelect(line.id)}
      onDoubleClick={() => onEdit(line)}
    >
      {changes > 0 && <span key={changes} className={classes.flash} aria-hidden />}
      <span className={classes.quantity}>
        {isMeasured(line.unit) ? quantity : t('till.ticket.times', { quantity })}
      </span>
      <span className={classes.what}>
        <span className={classes.name}>{line.name}</span>
        <LineDetails line={line} format={format} />
      </span>
      <span className={classes.total}>{format.money(line.lineTotalMinor)}</span>
    </div>
  );
});

/** The id under which the ticket names its selected line to a screen reader. */
export function ticketLineId(lineId: number): string {
  return `ticket-line-${lineId}`;
}

function LineDetails({ line, format }: { line: TicketLine; format: Format }) {
  const { t } = useTranslation(['sales', 'common']);
  const overridden = line.unitPriceMinor !== line.listPriceMinor;
  const showsPrice = line.quantityMilli !== MILLI_PER_UNIT || overridden || isMeasured(line.unit);
  const price = format.money(line.unitPriceMinor);
  return (
    <span className={classes.details}>
      {line.fixedGrossMinor !== null && <span>{t('sales:till.ticket.labelPrice')}</span>}
      {line.fixedGrossMinor === null && showsPrice && (
        <span>
          {isMeasured(line.unit)
            ? t('sales:till.ticket.per', { price, unit: t(`common:unitSigns.${line.unit}`) })
            : t('sales:till.ticket.each', { price })}
        </span>
      )}
      {overridden && <s>{t('sales:till.ticket.insteadOf', { price: format.money(line.listPriceMinor) })}</s>}
      {line.ownDiscountMinor !== 0 && (
        <span className={classes.discount}>
          <IconTag size={14} aria-hidden />
          {t('sales:till.ticket.lineDiscount', { amount: format.money(-line.ownDiscountMinor) })}
        </span>
      )}
      {line.batch && <span>{t('sales:till.ticket.batch', { batch: line.batch.number })}</span>}
      {line.expired && (
        <span className={classes.expired}>
          <IconAlertTriangle size={16} aria-hidden />
          {t('sales:till.ticket.expired', {
            batch: line.expired.batchNumber,
            day: format.day(line.expired.expiresOn),
          })}
        </span>
      )}
      {line.note !== '' && <span>{t('sales:till.ticket.note', { note: line.note })}</span>}
    </span>
  );
}
