import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketLine } from '#shared/contract/sales-documents';
import { TicketLineRow, ticketLineId } from './ticket-line-row';
import classes from './ticket-lines.module.css';
import { useTill } from './till-context';
import { useLineCommands } from './use-line-commands';

const ROW_ESTIMATE_PX = 56;
const ROWS_BESIDES = 6;

/** The lines of the ticket. Only visible lines are rendered, so two hundred are as fast as one. */
export function TicketLines() {
  const till = useTill();
  const { ticket, line, changed, select, open } = till;
  const { t } = useTranslation('sales');
  const { step, voidLine } = useLineCommands();
  const scroller = useRef<HTMLDivElement>(null);
  const lines = ticket?.lines ?? [];
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_ESTIMATE_PX,
    getItemKey: (index) => lines[index]?.id ?? index,
    overscan: ROWS_BESIDES,
  });

  const selectedIndex = lines.findIndex(({ id }) => id === line?.id);
  const changes = changed?.times ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a scan onto the selected line has to scroll back to it
  useEffect(() => {
    if (selectedIndex >= 0) virtual.scrollToIndex(selectedIndex, { align: 'auto' });
  }, [virtual, selectedIndex, changes]);

  const edit = useCallback((edited: TicketLine) => open({ kind: 'lineQuantity', line: edited }), [open]);
  const press = (key: string): boolean => {
    switch (key) {
      case 'ArrowUp':
      case 'ArrowDown':
        till.moveSelection(key === 'ArrowUp' ? -1 : 1);
        return true;
      case 'Home':
      case 'End':
        select(lines.at(key === 'Home' ? 0 : -1)?.id ?? null);
        return true;
      case '+':
      case '-':
        step(key === '+' ? 1 : -1);
        return true;
      case 'Delete':
        voidLine();
        return true;
      case 'Enter':
        if (line) edit(line);
        return true;
      default:
        return false;
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const plain = !(event.ctrlKey || event.altKey || event.metaKey);
    if (plain && press(event.key)) event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="listbox"
      tabIndex={0}
      aria-label={t('till.ticket.label')}
      aria-activedescendant={line ? ticketLineId(line.id) : undefined}
      onKeyDown={onKeyDown}
    >
      <div className={classes.sheet} style={{ height: virtual.getTotalSize() }} role="presentation">
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const shown = lines[index];
          return (
            shown && (
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                className={classes.slot}
                style={{ transform: `translateY(${start}px)` }}
                role="presentation"
              >
                <TicketLineRow
                  line={shown}
                  place={index + 1}
                  of={lines.length}
                  selected={shown.id === line?.id}
                  changes={changed?.lineId === shown.id ? changes : 0}
                  onSelect={select}
                  onEdit={edit}
                />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}
