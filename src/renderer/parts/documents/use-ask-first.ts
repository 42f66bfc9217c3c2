import { skipToken, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { orpc } from '#renderer/lib/rpc';
import type { ScansOnto } from './use-scans-onto';

/** Asks for the quantity of the product given in the address; only once, and not after a reload. */
export function useAskFirst({ pick }: Pick<ScansOnto, 'pick'>, editable: boolean): void {
  const { ask: id } = useSearch({ strict: false });
  const navigate = useNavigate();
  const input = id === undefined || !editable ? skipToken : { id };
  const { data: product } = useQuery(orpc.catalogue.product.queryOptions({ input }));
  const isFound = product !== undefined && id !== undefined;
  const ask = useEffectEvent(() => {
    if (!product) return;
    void pick(product);
    void navigate({ to: '.', search: {}, replace: true });
  });
  useEffect(() => {
    if (isFound) ask();
  }, [isFound]);
}
