import { rpc } from '#renderer/lib/rpc';
import { resolveInStock } from '#renderer/lib/scan/resolve-in-stock';
import type { LabelRef } from '#shared/contract/labels';
import type { ScannedCode } from '#shared/contract/scanning';

/**
 * What a label is wanted of when a code is scanned: the place, the batch that the code names, else the product.
 * @throws what {@link resolveInStock} refuses
 */
export async function scannedRef(code: ScannedCode): Promise<LabelRef> {
  const scanned = await resolveInStock(code);
  if (scanned.kind === 'location') return { of: 'location', id: scanned.location.id };
  const { product, batch } = scanned;
  if (batch) {
    const known = await rpc.stock.listBatches({ productId: product.id, all: true });
    const named = known.find(({ number }) => number === batch.number);
    if (named) return { of: 'batch', id: named.id };
  }
  return { of: 'product', id: product.id };
}
