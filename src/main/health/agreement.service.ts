import { isDeepStrictEqual } from 'node:util';
import { keptSummaries, summariesFromSales } from '#main/features/sales/index';
import type { Handle } from '#main/platform/database/database';
import { type Disagreement, type FileCheck, findDisagreements } from './agreement.queries';

/**
 * Whether a store's file agrees with itself: levels with the ledger, costs with movements, promises with
 * orders, summaries with sales and payments, guards and file sound. It reads everything: not for every call.
 * @param fileCheck `quick` takes a fraction of the time, but does not compare indexes with their tables
 * @returns what does not agree; nothing when all does
 */
export function checkAgreement(handle: Handle, fileCheck: FileCheck = 'full'): Disagreement[] {
  const kept = keptSummaries(handle);
  const reckoned = summariesFromSales(handle);
  return [
    ...findDisagreements(handle, fileCheck),
    ...difference('sales summaries and the sales', kept.sales, reckoned.sales),
    ...difference('tender summaries and the payments', kept.tenders, reckoned.tenders),
  ];
}

function difference(what: string, kept: unknown[], reckoned: unknown[]): Disagreement[] {
  if (isDeepStrictEqual(kept, reckoned)) return [];
  const index = kept.findIndex((row, at) => !isDeepStrictEqual(row, reckoned[at]));
  return [{ what, rows: [{ kept: kept[index], reckoned: reckoned[index] }] }];
}
