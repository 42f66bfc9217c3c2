import { useState } from 'react';
import { type LabelItem, type LabelRef, MOST_LABEL_ITEMS } from '#shared/contract/labels';

/** An item to print, and the number of copies. */
export interface LabelRow {
  item: LabelItem;
  copies: number;
}

export type LabelList = ReturnType<typeof useLabelList>;

/** The list of labels to print; scans add items, and copies are set for each item or taken from the stock. */
export function useLabelList(first: readonly LabelItem[]) {
  const [rows, setRows] = useState<readonly LabelRow[]>(() => first.map((item) => ({ item, copies: 1 })));
  /** The row that changed last, to be scrolled into view. */
  const [lastKey, setLastKey] = useState<string | null>(null);
  return {
    rows,
    lastKey,
    /** Adds one label of each item; new items are added at the end. */
    add(items: readonly LabelItem[]): void {
      setRows((before) => withMore(before, items));
      setLastKey(items.length === 0 ? null : labelKey(items[items.length - 1] as LabelItem));
    },
    setCopies: (key: string, copies: number): void =>
      setRows((before) => before.map((row) => (labelKey(row.item) === key ? { ...row, copies } : row))),
    remove: (key: string): void => setRows((before) => before.filter(({ item }) => labelKey(item) !== key)),
    /** Sets the copies to the pieces in stock; items not counted in pieces are unchanged. */
    asInStock: (): void =>
      setRows((before) => before.map((row) => ({ ...row, copies: row.item.piecesOnHand ?? row.copies }))),
    allCopies: (copies: number): void => setRows((before) => before.map((row) => ({ ...row, copies }))),
    clear: (): void => setRows([]),
  };
}

/** The unique key of a row. */
export function labelKey({ of, id }: LabelRef): string {
  return `${of} ${id}`;
}

/** The list with one more of each item, up to the maximum length. */
function withMore(rows: readonly LabelRow[], items: readonly LabelItem[]): LabelRow[] {
  const more = new Map(rows.map((row) => [labelKey(row.item), row]));
  for (const item of items) {
    const known = more.get(labelKey(item));
    if (known || more.size < MOST_LABEL_ITEMS) {
      more.set(labelKey(item), { item, copies: (known?.copies ?? 0) + 1 });
    }
  }
  return [...more.values()];
}
