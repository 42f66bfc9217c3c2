import { orpc } from '#renderer/lib/rpc';

const SHOWN = 6;

/** The first orders that wait to be paid or fulfilled, and their total. */
export const openOrdersQuery = () =>
  orpc.sales.listOrders.queryOptions({ input: { states: ['placed', 'paid'], limit: SHOWN } });

/** The first low-stock products, counted as in the Stockroom, and their total. */
export const lowStockQuery = () => orpc.overview.low.queryOptions({ input: { limit: SHOWN } });
