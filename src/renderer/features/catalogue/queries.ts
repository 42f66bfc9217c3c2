import { keepPreviousData } from '@tanstack/react-query';
import { orpc } from '#renderer/lib/rpc';
import type { Inputs } from '#shared/contract/index';

/** The filter and the sorting of the list of products. */
export type ProductFilter = Omit<Inputs['catalogue']['listProducts'], 'offset' | 'limit'>;

/** One page of the products that match a filter. */
export function listProductsOptions(filter: ProductFilter, page: { offset: number; limit: number }) {
  return orpc.catalogue.listProducts.queryOptions({
    input: { ...filter, ...page },
    placeholderData: keepPreviousData,
  });
}

/** Whether a filter excludes any product. */
export function isFiltered({
  search = '',
  categoryId,
  statuses = [],
  createdById,
  createdFrom,
}: ProductFilter): boolean {
  return (
    search !== '' ||
    statuses.length > 0 ||
    [categoryId, createdById, createdFrom].some((value) => value !== undefined)
  );
}
