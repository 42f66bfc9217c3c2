import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { orpc, rpc } from '#renderer/lib/rpc';
import { usualRoute } from './usual-places';

/**
 * Begins a draft between the usual places, and opens it. Who asks before the places are known is not made to ask
 * again; `needsPlaces` says that there are no two open ones.
 */
export function useBegin() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const places = orpc.stock.listLocations.queryOptions();
  const { data: locations } = useQuery(places);
  const beginning = useMutation({
    mutationFn: async () => {
      const route = usualRoute(await queries.ensureQueryData(places));
      return route && rpc.transfers.begin(route);
    },
    onSuccess: (started) =>
      started && navigate({ to: '/stockroom/transfers/$id', params: { id: String(started.id) } }),
  });
  return {
    needsPlaces: locations !== undefined && usualRoute(locations) === null,
    error: beginning.error,
    dismiss: beginning.reset,
    begin: (): void => {
      if (!beginning.isPending) beginning.mutate();
    },
  };
}
