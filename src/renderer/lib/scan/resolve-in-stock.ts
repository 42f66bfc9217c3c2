import { rpc } from '#renderer/lib/rpc';
import { refuse } from '#shared/contract/refusals';
import type { Scanned, ScannedCode } from '#shared/contract/scanning';

/** What can be scanned in the stockroom. */
export type StockScan = Exclude<Scanned, { kind: 'order' }>;

/**
 * The product or the location that a code identifies, for pages of the stockroom.
 * @throws ORDER_SCANNED, and what `scanning.resolve` refuses
 */
export async function resolveInStock(scanned: ScannedCode): Promise<StockScan> {
  const found = await rpc.scanning.resolve(scanned);
  if (found.kind !== 'order') return found;
  const { orderId, number } = found;
  throw refuse('ORDER_SCANNED', { orderId, number });
}
