import { useState } from 'react';
import { type LabelItem, type LabelRef, MOST_LABEL_ITEMS } from '#shared/contract/labels';

/** What is to be printed, and how often. */
export interface LabelRow {
  item: LabelItem;
  copies: number;
}

export type LabelList = ReturnType<typeof useLabelList>;

/** The list of what is to be printed: more of it by scan, copies each or as in stock. */
export function useLabelList(first: readonly LabelItem[]) {
  const [rows, setRows] = useState<readonly LabelRow[]>(() => first.map((item) => ({ item, copies: 1 })));
  /** The row that changed last, to be brought into sight. */
  const [lastKey, setLastKey] = useState<string | null>(null);
  return {
    rows,
    lastKey,
    /** One more label of each; what is new comes at the end. */
    add(items: readonly LabelItem[]): void {
      setRows((before) => withMore(before, items));
      setLastKey(items.length === 0 ? null : labelKey(items[items.length - 1] as LabelItem));
    },
    setCopies: (key: string, copies: number): void =>
      setRows((before) => before.map((row) => (labelKey(row.item) === key ? { ...row, copies } : row))),
    remove: (key: string): void => setRows((before) => before.filter(({ item }) => labelKey(item) !== key)),
    /** As many of each as there are pieces; what is not counted in pieces stays as it is. */
    asInStock: (): void =>
      setRows((before) => before.map((row) => ({ ...row, copies: row.item.piecesOnHand ?? row.copies }))),
    allCopies: (copies: number): void => setRows((before) => before.map((row) => ({ ...row, copies }))),
    clear: (): void => setRows([]),
  };
}

/** What tells one row from another. */
export function labelKey({ of, id }: LabelRef): string {
  return `${of} ${id}`;
}

/** The list with one more of each item, as long as a list may be. */
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
