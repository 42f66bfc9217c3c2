import { keepPreviousData } from '@tanstack/react-query';
import { orpc } from '#renderer/lib/rpc';
import type { Inputs } from '#shared/contract/index';

const ROWS_A_PAGE = 100;

/** Which movements of the ledger are shown. */
export type HistoryFilter = Inputs['stock']['exportHistory'];

/** What of a filter a person chose in the list, beside what the list is of. */
export type HistoryChoice = Pick<HistoryFilter, 'kinds' | 'accountId' | 'from' | 'to'>;

/** The movements that a filter lets through, newest first, a page at a time. */
export function historyOptions(filter: HistoryFilter) {
  return orpc.stock.history.infiniteOptions({
    input: (beforeId: number | undefined) => ({ ...filter, beforeId, limit: ROWS_A_PAGE }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ rows, more }) => (more ? rows.at(-1)?.id : undefined),
    placeholderData: keepPreviousData,
  });
}

/** Whether a person chose to see less than all. */
export function isChosen({ kinds = [], accountId, from, to }: HistoryChoice): boolean {
  return kinds.length > 0 || [accountId, from, to].some((value) => value !== undefined);
}
