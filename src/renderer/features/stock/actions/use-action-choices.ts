import { skipToken, useQuery } from '@tanstack/react-query';
import { orpc } from '../../../lib/rpc';
import { useMay } from '../../../lib/session';
import type { ActionChoices } from './stock-action';

/** More places than one product lies at. */
const ALL = 500;

/** Where a product lies and where it could; undefined until it is known, and to those who may not see it. */
export function useActionChoices(productId: number | null): ActionChoices | undefined {
  const seesStock = useMay()('seeQuantities') === 'yes';
  const { data: entries } = useQuery(
    orpc.stock.listEntries.queryOptions({
      input: seesStock && productId !== null ? { productId, limit: ALL } : skipToken,
    }),
  );
  const { data: places } = useQuery(
    orpc.stock.listLocations.queryOptions({ input: seesStock ? undefined : skipToken }),
  );
  return entries && places && { entries: entries.rows, places };
}
