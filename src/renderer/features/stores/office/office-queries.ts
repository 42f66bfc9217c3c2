import { orpc } from '#renderer/lib/rpc';

const SHOWN = 6;

/** The first orders that wait to be paid or handed over, and how many there are. */
export const openOrdersQuery = () =>
  orpc.sales.listOrders.queryOptions({ input: { states: ['placed', 'paid'], limit: SHOWN } });

/** The first entries at or below their threshold, and how many there are. */
export const lowStockQuery = () =>
  orpc.stock.listEntries.queryOptions({ input: { lowOnly: true, limit: SHOWN } });
