import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { orpc } from '#renderer/lib/rpc';
import type { Location } from '#shared/contract/stock';

/** How a kind of document is started, and where it is shown. */
interface Starting {
  to: '/stockroom/transfers/$id' | '/stockroom/issues/$id';
  /** Starts a draft; null if the store has too few open locations for one. */
  start: (locations: readonly Location[]) => Promise<{ id: number }> | null;
  /** Whether the store has enough open locations. */
  isPossible: (locations: readonly Location[]) => boolean;
}

/**
 * Starts a draft at the usual locations, and opens it. If called before the locations are loaded, it waits for them;
 * `needsLocations` means that there are too few open locations.
 */
export function useStartDocument({ to, start, isPossible }: Starting) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const places = orpc.stock.listLocations.queryOptions();
  const { data: locations } = useQuery(places);
  const starting = useMutation({
    mutationFn: async () => start(await queries.ensureQueryData(places)),
    onSuccess: (started) => started && navigate({ to, params: { id: String(started.id) } }),
  });
  return {
    needsLocations: locations !== undefined && !isPossible(locations),
    isStarting: starting.isPending,
    error: starting.error,
    dismiss: starting.reset,
    start: (): void => {
      if (!starting.isPending) starting.mutate();
    },
  };
}

export type StartDocument = ReturnType<typeof useStartDocument>;
