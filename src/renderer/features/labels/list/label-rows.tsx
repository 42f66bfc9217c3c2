import { ActionIcon, NumberInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { type LabelItem, MOST_LABELS } from '#shared/contract/labels';
import { type LabelList, type LabelRow, labelKey } from '../label-list';
import classes from './label-rows.module.css';

interface LabelRowsProps {
  list: LabelList;
  box: RefObject<HTMLDivElement | null>;
  /** Called when a focused row was removed, to return the focus. */
  onRemoved: () => void;
}

const ROW_ESTIMATE_PX = 62;
const ROWS_BESIDES = 6;

/** The items to print with their copies; only visible rows are rendered. */
export function LabelRows({ list, box, onRemoved }: LabelRowsProps) {
  const { t } = useTranslation('labels');
  const { rows, lastKey } = list;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_ESTIMATE_PX,
    getItemKey: (index) => keyAt(rows, index),
    overscan: ROWS_BESIDES,
  });
  const lastIndex = rows.findIndex(({ item }) => labelKey(item) === lastKey);
  useEffect(() => {
    if (lastIndex >= 0) virtual.scrollToIndex(lastIndex, { align: 'auto' });
  }, [virtual, lastIndex]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable area must be reachable with the keyboard
    <section ref={box} className={classes.scroller} tabIndex={0} aria-label={t('list.title')}>
      <ul className={classes.rows} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          return (
            row && (
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                className={classes.row}
                style={{ transform: `translateY(${start}px)` }}
              >
                <OneRow
                  row={row}
                  onCopies={(copies) => list.setCopies(labelKey(row.item), copies)}
                  onRemove={() => {
                    list.remove(labelKey(row.item));
                    onRemoved();
                  }}
                />
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
}

interface OneRowProps {
  row: LabelRow;
  onCopies: (copies: number) => void;
  onRemove: () => void;
}

function OneRow({ row: { item, copies }, onCopies, onRemove }: OneRowProps) {
  const { t } = useTranslation('labels');
  const format = useFormat();
  return (
    <>
      <span>
        <span className={classes.name}>{item.name}</span>
        <span className={classes.details}>{detailsOf(item)}</span>
      </span>
      <NumberInput
        size="md"
        aria-label={t('list.copies', { name: item.name })}
        min={0}
        max={MOST_LABELS}
        allowDecimal={false}
        allowNegative={false}
        value={copies}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(value) => onCopies(typeof value === 'number' ? value : 0)}
      />
      <ActionIcon
        size={44}
        variant="subtle"
        color="gray"
        aria-label={t('list.remove', { name: item.name })}
        onClick={onRemove}
      >
        <IconX size={18} />
      </ActionIcon>
    </>
  );

  function detailsOf({ of, sku, batchNumber, expiresOn }: LabelItem): string {
    if (of === 'location') return t('list.location');
    if (batchNumber === null) return sku;
    if (expiresOn === null) return t('list.batch', { batch: batchNumber });
    return t('list.batchExpires', { batch: batchNumber, day: format.day(expiresOn) });
  }
}

function keyAt(rows: readonly LabelRow[], index: number): string {
  const row = rows[index];
  return row ? labelKey(row.item) : String(index);
}
