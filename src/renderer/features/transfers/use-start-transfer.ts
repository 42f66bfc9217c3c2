import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { orpc, rpc } from '#renderer/lib/rpc';
import { usualRoute } from './usual-locations';

/**
 * Starts a draft between the usual locations, and opens it. If called before the locations are loaded, it waits for
 * them; `needsLocations` means that there are fewer than two open locations.
 */
export function useStartTransfer() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const places = orpc.stock.listLocations.queryOptions();
  const { data: locations } = useQuery(places);
  const starting = useMutation({
    mutationFn: async () => {
      const route = usualRoute(await queries.ensureQueryData(places));
      return route && rpc.transfers.start(route);
    },
    onSuccess: (started) =>
      started && navigate({ to: '/stockroom/transfers/$id', params: { id: String(started.id) } }),
  });
  return {
    needsLocations: locations !== undefined && usualRoute(locations) === null,
    error: starting.error,
    dismiss: starting.reset,
    start: (): void => {
      if (!starting.isPending) starting.mutate();
    },
  };
}
