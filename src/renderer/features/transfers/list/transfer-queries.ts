import { keepPreviousData } from '@tanstack/react-query';
import { orpc } from '#renderer/lib/rpc';
import type { Inputs } from '#shared/contract/index';

const ROWS_A_PAGE = 100;

/** The filter of the list of transfers. */
export type TransferFilter = Omit<Inputs['transfers']['list'], 'offset' | 'limit'>;

/** The transfers that match a filter, newest first, one page at a time. */
export function listTransfersOptions(filter: TransferFilter) {
  return orpc.transfers.list.infiniteOptions({
    input: (offset: number) => ({ ...filter, offset, limit: ROWS_A_PAGE }),
    initialPageParam: 0,
    getNextPageParam: (page, pages) =>
      page.rows.length === ROWS_A_PAGE ? pages.length * ROWS_A_PAGE : undefined,
    placeholderData: keepPreviousData,
  });
}
