import type { Handle } from '#main/platform/database/database';
import type { CallRecord } from '../record';
import type { Shop } from '../shop';

/** The input for a comparison of the record with a store's file. */
export interface Compared {
  /** A separate read-only connection, in one read transaction. */
  handle: Handle;
  record: CallRecord;
  shop: Shop;
  /** The account behind each login. */
  accountIds: ReadonlyMap<string, number>;
}

/** Something in the file that differs from what was acknowledged. */
export interface Difference {
  what: string;
  detail: unknown;
}

/** The result of a comparison: the differences, and how many single effects were compared. */
export interface Comparison {
  differences: Difference[];
  compared: number;
}

/** The sum of several comparisons. */
export function together(comparisons: readonly Comparison[]): Comparison {
  return {
    differences: comparisons.flatMap(({ differences }) => differences),
    compared: comparisons.reduce((sum, { compared }) => sum + compared, 0),
  };
}

/** Compares items one by one; `compare` returns a difference or nothing. */
export function compareAll<T>(items: Iterable<T>, compare: (item: T) => Difference | null): Comparison {
  const differences: Difference[] = [];
  let compared = 0;
  for (const item of items) {
    compared += 1;
    const difference = compare(item);
    if (difference) differences.push(difference);
  }
  return { differences, compared };
}
