import { isDeepStrictEqual } from 'node:util';
import { keptSummaries, summariesFromSales } from '#main/features/sales/index';
import type { AnyConnection } from '#main/platform/work/connections';
import { type Disagreement, type FileCheck, findDisagreements } from './agreement.queries';

/**
 * Whether a store's file agrees with itself: levels with the ledger, costs with movements, promises with
 * orders, summaries with sales and payments, guards and file sound. It reads everything: not for every call.
 * @param fileCheck `quick` takes a fraction of the time, but does not compare indexes with their tables
 * @returns what does not agree; nothing when all does
 */
export function checkAgreement(connection: AnyConnection, fileCheck: FileCheck = 'full'): Disagreement[] {
  const kept = keptSummaries(connection);
  const counted = summariesFromSales(connection);
  return [
    ...findDisagreements(connection, fileCheck),
    ...difference('sales summaries and the sales', kept.sales, counted.sales),
    ...difference('tender summaries and the payments', kept.tenders, counted.tenders),
  ];
}

function difference(what: string, kept: unknown[], counted: unknown[]): Disagreement[] {
  if (isDeepStrictEqual(kept, counted)) return [];
  const index = kept.findIndex((row, at) => !isDeepStrictEqual(row, counted[at]));
  return [{ what, rows: [{ kept: kept[index], counted: counted[index] }] }];
}
