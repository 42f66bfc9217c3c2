import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { orpc, rpc } from '../../lib/rpc';
import { type Route, usualRoute } from './usual-places';

/** Begins a draft between the usual places, and opens it; `route` is null where there are no two open places. */
export function useBegin() {
  const navigate = useNavigate();
  const { data: locations } = useQuery(orpc.stock.listLocations.queryOptions());
  const route = locations ? usualRoute(locations) : null;
  const beginning = useMutation({
    mutationFn: (between: Route) => rpc.transfers.begin(between),
    onSuccess: ({ id }) => navigate({ to: '/stockroom/transfers/$id', params: { id: String(id) } }),
  });
  return {
    known: locations !== undefined,
    route,
    error: beginning.error,
    dismiss: beginning.reset,
    begin: (): void => {
      if (route && !beginning.isPending) beginning.mutate(route);
    },
  };
}
