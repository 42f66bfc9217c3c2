import { keepPreviousData } from '@tanstack/react-query';
import { orpc } from '#renderer/lib/rpc';
import type { Inputs } from '#shared/contract/index';

const ROWS_A_PAGE = 100;

/** Which transfers the list shows. */
export type TransferFilter = Omit<Inputs['transfers']['list'], 'offset' | 'limit'>;

/** The transfers that a filter lets through, newest first, a page at a time. */
export function listTransfersOptions(filter: TransferFilter) {
  return orpc.transfers.list.infiniteOptions({
    input: (offset: number) => ({ ...filter, offset, limit: ROWS_A_PAGE }),
    initialPageParam: 0,
    getNextPageParam: (page, pages) =>
      page.rows.length === ROWS_A_PAGE ? pages.length * ROWS_A_PAGE : undefined,
    placeholderData: keepPreviousData,
  });
}
