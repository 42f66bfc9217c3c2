import { type QueryClient, replaceEqualDeep } from '@tanstack/react-query';
import { paged } from '#renderer/lib/paged';
import { orpc } from '#renderer/lib/rpc';
import type { Ticket } from '#shared/contract/sales-documents';

const TILES_A_PAGE = 60;

/**
 * The current ticket of the signed-in person. An answer that was requested before a scan but arrives after it
 * does not restore the older ticket.
 */
export function currentTicketOptions() {
  return orpc.sales.currentTicket.queryOptions({
    structuralSharing: (shown: unknown, answer: unknown) =>
      isOlder(answer as Ticket | null, shown as Ticket | null | undefined)
        ? shown
        : replaceEqualDeep(shown, answer),
  });
}

/** Shows a ticket at once; null means that the next scan starts a new one. */
export function showTicket(queries: QueryClient, ticket: Ticket | null): void {
  queries.setQueryData(orpc.sales.currentTicket.queryKey(), ticket);
}

/** The ticket shown at this moment; also current between two renders. */
export function shownTicket(queries: QueryClient): Ticket | null {
  return queries.getQueryData(orpc.sales.currentTicket.queryKey()) ?? null;
}

/** The products that the till's search box finds, one page of tiles at a time. */
export function findProductsOptions(find: { text: string; categoryId: number | null }) {
  const { text, categoryId } = find;
  return orpc.catalogue.findProducts.infiniteOptions({
    ...paged({ text, ...(categoryId === null ? {} : { categoryId }) }, TILES_A_PAGE),
    // The results for half-typed words are not needed again.
    gcTime: 10_000,
  });
}

function isOlder(answer: Ticket | null, shown: Ticket | null | undefined): boolean {
  return answer !== null && shown?.id === answer.id && answer.version < shown.version;
}
