import { keepPreviousData, type QueryClient, replaceEqualDeep } from '@tanstack/react-query';
import { orpc } from '#renderer/lib/rpc';
import type { Ticket } from '#shared/contract/sales-documents';

const TILES_A_PAGE = 60;

/**
 * The ticket on this person's screen. An answer that was asked for before a scan, and comes after it, does
 * not put the older ticket back.
 */
export function currentTicketOptions() {
  return orpc.sales.currentTicket.queryOptions({
    structuralSharing: (shown: unknown, answer: unknown) =>
      isOlder(answer as Ticket | null, shown as Ticket | null | undefined)
        ? shown
        : replaceEqualDeep(shown, answer),
  });
}

/** Shows a ticket at once, or with null that the next scan begins one. */
export function showTicket(queries: QueryClient, ticket: Ticket | null): void {
  queries.setQueryData(orpc.sales.currentTicket.queryKey(), ticket);
}

/** The ticket as it is shown at this moment, also between two renderings. */
export function shownTicket(queries: QueryClient): Ticket | null {
  return queries.getQueryData(orpc.sales.currentTicket.queryKey()) ?? null;
}

/** What the till's one box finds, a page of tiles at a time. */
export function findProductsOptions(find: { text: string; categoryId: number | null }) {
  const { text, categoryId } = find;
  return orpc.catalogue.findProducts.infiniteOptions({
    input: (offset: number) => ({
      text,
      offset,
      limit: TILES_A_PAGE,
      ...(categoryId === null ? {} : { categoryId }),
    }),
    initialPageParam: 0,
    getNextPageParam: (page, pages) => {
      const seen = pages.reduce((sum, { rows }) => sum + rows.length, 0);
      return page.rows.length === TILES_A_PAGE ? seen : undefined;
    },
    placeholderData: keepPreviousData,
    // What was typed on the way to a word is not looked for again.
    gcTime: 10_000,
  });
}

function isOlder(answer: Ticket | null, shown: Ticket | null | undefined): boolean {
  return answer !== null && shown?.id === answer.id && answer.version < shown.version;
}
