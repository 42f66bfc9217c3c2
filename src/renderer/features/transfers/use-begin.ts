import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { orpc, rpc } from '#renderer/lib/rpc';
import { usualRoute } from './usual-places';

/**
 * Starts a draft between the usual locations, and opens it. If called before the locations are loaded, it waits for
 * them; `needsPlaces` means that there are fewer than two open locations.
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
