import { skipToken, useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import type { ActionChoices } from './stock-action';

/** More places than one product lies at, and more people than have one product out. */
const ALL = 500;

/**
 * Where a product lies and where it could, and what of it is out with whom; undefined until it is known, and
 * to those who may not see it.
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
