import { rpc } from '#renderer/lib/rpc';
import { type StartDocument, useStartDocument } from '#renderer/parts/documents/use-start-document';
import { usualRoute } from './usual-locations';

/** Starts a draft between the usual locations; see {@link useStartDocument}. */
export function useStartTransfer(): StartDocument {
  return useStartDocument({
    to: '/stockroom/transfers/$id',
    isPossible: (locations) => usualRoute(locations) !== null,
    start: (locations) => {
      const route = usualRoute(locations);
      return route && rpc.transfers.start(route);
    },
  });
}
