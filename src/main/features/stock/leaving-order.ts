/**
 * The order in which goods leave a place where nobody chose a batch, for entries `e` with their batches `b`: the
 * earliest expiry first, and what has no expiry date last. Among what has no expiry date, stock without a batch
 * leaves before the batches; among equals, the oldest entry leaves first.
 */
export const LEAVING_ORDER = 'b.expires_on IS NULL, b.expires_on, e.batch_id IS NOT NULL, e.id';
