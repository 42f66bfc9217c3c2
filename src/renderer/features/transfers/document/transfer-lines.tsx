import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { stepInList } from '#renderer/ui/step-in-list';
import type { Transfer } from '#shared/contract/transfers';
import { TransferLineRow, transferLineId } from './transfer-line-row';
import classes from './transfer-lines.module.css';
import type { TransferDesk } from './use-transfer-desk';

interface TransferLinesProps {
  transfer: Transfer;
  desk: TransferDesk;
  list: RefObject<HTMLDivElement | null>;
}

const ROW_ESTIMATE_PX = 58;
const ROWS_BESIDES = 6;

/** The lines of a transfer. Only visible lines are rendered, so five hundred are as fast as one. */
export function TransferLines({ transfer, desk, list }: TransferLinesProps) {
  const { t } = useTranslation('transfers');
  const { selected, select, lit, editable, open, remove } = desk;
  const { lines, state, from } = transfer;
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
  const isDraft = state === 'draft';
  return (
    <div className={classes.lines} data-draft={isDraft || undefined}>
      <div className={classes.head} aria-hidden>
        <span>{t('document.taken')}</span>
        <span>{t('document.what')}</span>
        {isDraft && <span>{t('document.thereAt', { place: from.name })}</span>}
      </div>
      <div
        ref={list}
        className={classes.scroller}
        role="listbox"
        tabIndex={0}
        aria-label={t('document.lines')}
        aria-activedescendant={selected ? transferLineId(selected.id) : undefined}
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
                  <TransferLineRow
                    line={line}
                    place={index + 1}
                    of={lines.length}
                    withStock={isDraft}
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
