import { keepPreviousData } from '@tanstack/react-query';
import { orpc } from '#renderer/lib/rpc';

const ROWS_A_PAGE = 100;

/**
 * The overview reads all stock, so it is loaded when the page opens and then every minute, not after every sale of
 * every till.
 */
const OF_THE_MINUTE = {
  staleTime: 0,
  refetchInterval: 60_000,
  placeholderData: keepPreviousData,
} as const;

export const figuresOptions = () => orpc.overview.figures.queryOptions(OF_THE_MINUTE);

export const categoriesOptions = (categoryId: number | undefined) =>
  orpc.overview.categories.queryOptions({ input: { categoryId }, ...OF_THE_MINUTE });

export const locationsOptions = () => orpc.overview.locations.queryOptions(OF_THE_MINUTE);

/** The options for loading the next page of a list. */
const paged = {
  initialPageParam: 0,
  getNextPageParam: (page: { rows: unknown[] }, pages: unknown[]) =>
    page.rows.length === ROWS_A_PAGE ? pages.length * ROWS_A_PAGE : undefined,
};

export const productsOptions = (categoryId: number | null) =>
  orpc.overview.products.infiniteOptions({
    input: (offset: number) => ({ categoryId, offset, limit: ROWS_A_PAGE }),
    ...paged,
    ...OF_THE_MINUTE,
  });

export const lowOptions = () =>
  orpc.overview.low.infiniteOptions({
    input: (offset: number) => ({ offset, limit: ROWS_A_PAGE }),
    ...paged,
    ...OF_THE_MINUTE,
  });

export const expiringOptions = () =>
  orpc.overview.expiring.infiniteOptions({
    input: (offset: number) => ({ offset, limit: ROWS_A_PAGE }),
    ...paged,
    ...OF_THE_MINUTE,
  });
