import { keepPreviousData, useQueryClient } from '@tanstack/react-query';
import { orpc } from '#renderer/lib/rpc';
import type { Inputs } from '#shared/contract/index';
import type { Order } from '#shared/contract/sales-documents';

const ROWS_A_PAGE = 100;

/** What the list of orders shows of all of them. */
export type OrderFilter = Omit<NonNullable<Inputs['sales']['listOrders']>, 'offset' | 'limit'>;

/** Whether a filter keeps any order out. */
export function isFiltered({ search = '', states = [], channelId, from, to }: OrderFilter): boolean {
  return search !== '' || states.length > 0 || [channelId, from, to].some((value) => value !== undefined);
}

/** The orders that a filter lets through, newest first, a page at a time. */
export function listOrdersOptions(filter: OrderFilter) {
  return orpc.sales.listOrders.infiniteOptions({
    input: (offset: number) => ({ ...filter, offset, limit: ROWS_A_PAGE }),
    initialPageParam: 0,
    getNextPageParam: (page, pages) =>
      page.rows.length === ROWS_A_PAGE ? pages.length * ROWS_A_PAGE : undefined,
    placeholderData: keepPreviousData,
  });
}

/** Shows an order as a step was answered with, at once. */
export function useShowOrder(): (order: Order) => void {
  const queries = useQueryClient();
  return (order) => queries.setQueryData(orpc.sales.order.queryKey({ input: { id: order.id } }), order);
}
