import { pagedById } from '#renderer/lib/paged';
import { orpc } from '#renderer/lib/rpc';
import type { Inputs } from '#shared/contract/index';

/** Selects the movements of the ledger to show. */
export type HistoryFilter = Inputs['stock']['exportHistory'];

/** The part of a filter that a person chooses in the list, besides the list's own subject. */
export type HistoryChoice = Pick<HistoryFilter, 'kinds' | 'accountId' | 'from' | 'to'>;

/** The movements that match a filter, newest first, one page at a time. */
export function historyOptions(filter: HistoryFilter) {
  return orpc.stock.history.infiniteOptions(pagedById(filter));
}

/** Whether a person has set any filter. */
export function isChosen({ kinds = [], accountId, from, to }: HistoryChoice): boolean {
  return kinds.length > 0 || [accountId, from, to].some((value) => value !== undefined);
}
