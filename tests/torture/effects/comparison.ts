import type { Handle } from '#main/platform/database/database';
import type { CallRecord } from '../record';
import type { Shop } from '../shop';

/** What a comparison of the record with a store's file is made of. */
export interface Compared {
  /** A read-only connection of its own, in one read transaction. */
  handle: Handle;
  record: CallRecord;
  shop: Shop;
  /** The account behind each login. */
  accountIds: ReadonlyMap<string, number>;
}

/** Something in the file that is not as it was acknowledged. */
export interface Difference {
  what: string;
  detail: unknown;
}

/** A comparison: what differs, and how many single effects were compared. */
export interface Comparison {
  differences: Difference[];
  compared: number;
}

/** All of several comparisons together. */
export function together(comparisons: readonly Comparison[]): Comparison {
  return {
    differences: comparisons.flatMap(({ differences }) => differences),
    compared: comparisons.reduce((sum, { compared }) => sum + compared, 0),
  };
}

/** Compares several items one by one: each is as it should be, or says what is not. */
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
