import { useQueryClient } from '@tanstack/react-query';
import { paged } from '#renderer/lib/paged';
import { orpc } from '#renderer/lib/rpc';
import type { Inputs } from '#shared/contract/index';
import type { Order } from '#shared/contract/sales-documents';

/** The filter of the list of orders. */
export type OrderFilter = Omit<NonNullable<Inputs['sales']['listOrders']>, 'offset' | 'limit'>;

/** The orders that match a filter, newest first, one page at a time. */
export function listOrdersOptions(filter: OrderFilter) {
  return orpc.sales.listOrders.infiniteOptions(paged(filter));
}

/** Returns a function that puts the order returned by a call into the cache, so that it is shown at once. */
export function useShowOrder(): (order: Order) => void {
  const queries = useQueryClient();
  return (order) => queries.setQueryData(orpc.sales.order.queryKey({ input: { id: order.id } }), order);
}
