import { IconAlertTriangle, IconTag } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Format, useFormat } from '#renderer/lib/format';
import type { TicketLine } from '#shared/contract/sales-documents';
import { isMeasured, MILLI_PER_UNIT } from '#shared/kernel/quantity';
import classes from './ticket-lines.module.css';

interface TicketLineRowProps {
  line: TicketLine;
  /** Its position on the ticket, from 1, and the number of lines. */
  place: number;
  of: number;
  selected: boolean;
  /** A count of changes, so that each one is highlighted; 0 when this line was not the last to change. */
  changes: number;
  onSelect: (lineId: number) => void;
  onEdit: (line: TicketLine) => void;
}

/** One line of the ticket: quantity, product, price and line total. */
export const TicketLineRow = memo(function TicketLineRow(props: TicketLineRowProps) {
  const { line, place, of, selected, changes, onSelect, onEdit } = props;
  const { t } = useTranslation('sales');
  const format = useFormat();
  const quantity = format.quantity(line.quantityMilli, line.unit);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus, handles the keys and refers to this line
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

/** The id by which the ticket refers to its selected line for screen readers. */
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
