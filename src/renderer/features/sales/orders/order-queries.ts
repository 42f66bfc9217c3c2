import { keepPreviousData, useQueryClient } from '@tanstack/react-query';
import { orpc } from '#renderer/lib/rpc';
import type { Inputs } from '#shared/contract/index';
import type { Order } from '#shared/contract/sales-documents';

const ROWS_A_PAGE = 100;

/** The filter of the list of orders. */
export type OrderFilter = Omit<NonNullable<Inputs['sales']['listOrders']>, 'offset' | 'limit'>;

/** Whether a filter excludes any order. */
export function isFiltered({ search = '', states = [], channelId, from, to }: OrderFilter): boolean {
  return search !== '' || states.length > 0 || [channelId, from, to].some((value) => value !== undefined);
}

/** The orders that match a filter, newest first, one page at a time. */
export function listOrdersOptions(filter: OrderFilter) {
  return orpc.sales.listOrders.infiniteOptions({
    input: (offset: number) => ({ ...filter, offset, limit: ROWS_A_PAGE }),
    initialPageParam: 0,
    getNextPageParam: (page, pages) =>
      page.rows.length === ROWS_A_PAGE ? pages.length * ROWS_A_PAGE : undefined,
    placeholderData: keepPreviousData,
  });
}

/** Returns a function that puts the order returned by a call into the cache, so that it is shown at once. */
export function useShowOrder(): (order: Order) => void {
  const queries = useQueryClient();
  return (order) => queries.setQueryData(orpc.sales.order.queryKey({ input: { id: order.id } }), order);
}
