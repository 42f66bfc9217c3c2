import { keepPreviousData } from '@tanstack/react-query';
import { orpc } from '#renderer/lib/rpc';
import type { Inputs } from '#shared/contract/index';

const ROWS_A_PAGE = 100;

/** Selects the movements of the ledger to show. */
export type HistoryFilter = Inputs['stock']['exportHistory'];

/** The part of a filter that a person chooses in the list, besides the list's own subject. */
export type HistoryChoice = Pick<HistoryFilter, 'kinds' | 'accountId' | 'from' | 'to'>;

/** The movements that match a filter, newest first, one page at a time. */
export function historyOptions(filter: HistoryFilter) {
  return orpc.stock.history.infiniteOptions({
    input: (beforeId: number | undefined) => ({ ...filter, beforeId, limit: ROWS_A_PAGE }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ rows, more }) => (more ? rows.at(-1)?.id : undefined),
    placeholderData: keepPreviousData,
  });
}

/** Whether a person has set any filter. */
export function isChosen({ kinds = [], accountId, from, to }: HistoryChoice): boolean {
  return kinds.length > 0 || [accountId, from, to].some((value) => value !== undefined);
}
