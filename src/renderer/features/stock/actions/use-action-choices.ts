import { skipToken, useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import type { ActionChoices } from './stock-action';

/** More stock entries, and more outstanding lines, than one product has in practice. */
const ALL = 500;

/**
 * A product's stock, all locations, and what is issued to partner. Undefined until loaded, and for people who may not
 * see quantities; people who may not move stock get no outstanding lines.
 */
export function useActionChoices(productId: number | null): ActionChoices | undefined {
  const may = useMay();
  const seesStock = may('seeQuantities') === 'yes';
  const movesStock = may('moveStock') === 'yes';
  const ofProduct = productId === null ? skipToken : { productId, limit: ALL };
  const { data: entries } = useQuery(
    orpc.stock.listEntries.queryOptions({ input: seesStock ? ofProduct : skipToken }),
  );
  const { data: places } = useQuery(
    orpc.stock.listLocations.queryOptions({ input: seesStock ? undefined : skipToken }),
  );
  const { data: outstanding } = useQuery(
    orpc.issues.outstanding.queryOptions({ input: movesStock ? ofProduct : skipToken }),
  );
  return entries && places && { entries: entries.rows, places, outstanding: outstanding?.rows ?? [] };
}
