import { IconAlertTriangle } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { ExpiryMark } from '#renderer/parts/batches/expiry-mark';
import type { DocumentLine } from '#shared/contract/documents';
import classes from './document-lines.module.css';

interface DocumentLineRowProps {
  line: DocumentLine;
  /** Its position on the document, from 1, and the number of lines. */
  place: number;
  of: number;
  /** Whether the available stock is shown; true for a draft. */
  withStock: boolean;
  selected: boolean;
  /** A count of changes, so that each one is highlighted; 0 when this line was not the last to change. */
  changes: number;
  onSelect: (lineId: number) => void;
  onOpen: (lineId: number) => void;
}

/** One line: quantity, product, batch, stock at the location, and the shortfall. */
export const DocumentLineRow = memo(function DocumentLineRow(props: DocumentLineRowProps) {
  const { line, place, of, withStock, selected, changes, onSelect, onOpen } = props;
  const { t } = useTranslation('documents');
  const format = useFormat();
  const { id, productName, sku, barcode, unit, quantityMilli, availableMilli, shortMilli } = line;
  const isShort = withStock && shortMilli > 0;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus, handles the keys and refers to this line
    <div
      id={documentLineId(id)}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      aria-posinset={place}
      aria-setsize={of}
      className={classes.row}
      data-short={isShort || undefined}
      onClick={() => onSelect(id)}
      onDoubleClick={() => onOpen(id)}
    >
      {changes > 0 && <span key={changes} className={classes.flash} aria-hidden />}
      <span className={classes.taken}>{format.quantity(quantityMilli, unit)}</span>
      <span className={classes.what}>
        <span className={classes.name}>{productName}</span>
        <span className={classes.details}>
          {[sku, barcode, batchWords(t, line, withStock)].filter(Boolean).join(' · ')}
          {line.batchNumber !== null && line.expiresOn !== null && (
            <>
              {' · '}
              <ExpiryMark expiresOn={line.expiresOn} />
            </>
          )}
        </span>
      </span>
      {withStock && (
        <span className={classes.there}>
          <span>{format.quantity(availableMilli, unit)}</span>
          {isShort && (
            <span className={classes.short}>
              <IconAlertTriangle size={16} aria-hidden />
              {t('lines.short', { quantity: format.quantity(shortMilli, unit) })}
            </span>
          )}
        </span>
      )}
    </div>
  );
});

/** The id by which the list refers to its selected line for screen readers. */
export function documentLineId(lineId: number): string {
  return `document-line-${lineId}`;
}

/** The batch of a line; for a draft line of any batch, the order in which batches are taken. */
function batchWords(
  t: TFunction<'documents'>,
  { anyBatch, batchNumber, shelves }: DocumentLine,
  isDraft: boolean,
): string {
  if (batchNumber !== null) return t('lines.batch', { batch: batchNumber });
  const hasBatches = shelves.some(({ batchId }) => batchId !== null);
  if (!(isDraft && hasBatches)) return '';
  return t(anyBatch ? 'lines.firstExpiring' : 'lines.withoutBatch');
}
