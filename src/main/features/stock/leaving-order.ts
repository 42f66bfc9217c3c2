/**
 * The order in which goods leave a location if no batch was chosen, for entries `e` with their batches `b`: earliest
 * expiry first, goods without an expiry date last. Among goods without an expiry date, stock without a batch
 * leaves before the batches; among equals, the oldest entry leaves first.
 */
export const LEAVING_ORDER = 'b.expires_on IS NULL, b.expires_on, e.batch_id IS NOT NULL, e.id';
