import { rpc } from '#renderer/lib/rpc';
import { type StartDocument, useStartDocument } from '#renderer/parts/documents/use-start-document';
import type { Location } from '#shared/contract/stock';

/** The default location of a new issue: the selling location, which every store has. */
const usualLocation = (locations: readonly Location[]) =>
  locations.find(({ isSellingLocation }) => isSellingLocation);

/** Starts a draft at the selling location; see {@link useStartDocument}. */
export function useStartIssue(): StartDocument {
  return useStartDocument({
    to: '/stockroom/issues/$id',
    isPossible: (locations) => usualLocation(locations) !== undefined,
    start: (locations) => {
      const usual = usualLocation(locations);
      return usual ? rpc.issues.start({ locationId: usual.id }) : null;
    },
  });
}
