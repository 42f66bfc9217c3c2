import { keepPreviousData } from '@tanstack/react-query';
import { paged } from '#renderer/lib/paged';
import { orpc } from '#renderer/lib/rpc';

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

export const productsOptions = (categoryId: number | null) =>
  orpc.overview.products.infiniteOptions({ ...paged({ categoryId }), ...OF_THE_MINUTE });

export const lowOptions = () => orpc.overview.low.infiniteOptions({ ...paged({}), ...OF_THE_MINUTE });

export const expiringOptions = () =>
  orpc.overview.expiring.infiniteOptions({ ...paged({}), ...OF_THE_MINUTE });
