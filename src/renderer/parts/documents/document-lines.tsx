import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { stepInList } from '#renderer/ui/step-in-list';
import type { DocumentLine } from '#shared/contract/documents';
import { DocumentLineRow, documentLineId } from './document-line-row';
import classes from './document-lines.module.css';
import type { DocumentDesk } from './use-document-desk';

interface DocumentLinesProps {
  lines: readonly DocumentLine[];
  /** The location whose stock is shown beside each line; null unless it is a draft. */
  stockAt: string | null;
  desk: Pick<DocumentDesk, 'selected' | 'select' | 'lit' | 'editable' | 'open' | 'remove'>;
  list: RefObject<HTMLDivElement | null>;
}

const ROW_ESTIMATE_PX = 58;
const ROWS_BESIDES = 6;

/** The lines of a document. Only visible lines are rendered, so five hundred are as fast as one. */
export function DocumentLines({ lines, stockAt, desk, list }: DocumentLinesProps) {
  const { t } = useTranslation('documents');
  const { selected, select, lit, editable, open, remove } = desk;
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => list.current,
    estimateSize: () => ROW_ESTIMATE_PX,
    getItemKey: (index) => lines[index]?.id ?? index,
    overscan: ROWS_BESIDES,
  });
  const selectedIndex = lines.findIndex(({ id }) => id === selected?.id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a scan onto the selected line has to scroll back to it
  useEffect(() => {
    if (selectedIndex >= 0) virtual.scrollToIndex(selectedIndex, { align: 'auto' });
  }, [virtual, selectedIndex, lit.times]);
  const openLine = useCallback((lineId: number) => editable && open(lineId), [editable, open]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = stepInList(event.key, selectedIndex, lines.length);
    if (next !== null) select(lines[next]?.id ?? null);
    else if (event.key === 'Enter' && selected) openLine(selected.id);
    else if (event.key === 'Delete' && selected && editable) remove(selected);
    else return;
    event.preventDefault();
  };
  const withStock = stockAt !== null;
  return (
    <div className={classes.lines} data-draft={withStock || undefined}>
      <div className={classes.head} aria-hidden>
        <span>{t('lines.quantity')}</span>
        <span>{t('lines.product')}</span>
        {withStock && <span>{t('lines.stockAt', { place: stockAt })}</span>}
      </div>
      <div
        ref={list}
        className={classes.scroller}
        role="listbox"
        tabIndex={0}
        aria-label={t('lines.name')}
        aria-activedescendant={selected ? documentLineId(selected.id) : undefined}
        onKeyDown={onKeyDown}
      >
        <div className={classes.sheet} style={{ height: virtual.getTotalSize() }} role="presentation">
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const line = lines[index];
            return (
              line && (
                <div
                  key={key}
                  ref={virtual.measureElement}
                  data-index={index}
                  className={classes.slot}
                  style={{ transform: `translateY(${start}px)` }}
                  role="presentation"
                >
                  <DocumentLineRow
                    line={line}
                    place={index + 1}
                    of={lines.length}
                    withStock={withStock}
                    selected={line.id === selected?.id}
                    changes={lit.lineId === line.id ? lit.times : 0}
                    onSelect={select}
                    onOpen={openLine}
                  />
                </div>
              )
            );
          })}
        </div>
      </div>
    </div>
  );
}
