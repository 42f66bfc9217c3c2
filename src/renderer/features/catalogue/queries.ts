import { keepPreviousData } from '@tanstack/react-query';
import { orpc } from '#renderer/lib/rpc';
import type { Inputs } from '#shared/contract/index';

/** What the list of products shows of all of them, and in what order. */
export type ProductFilter = Omit<Inputs['catalogue']['listProducts'], 'offset' | 'limit'>;

/** A page of the products that a filter lets through. */
export function listProductsOptions(filter: ProductFilter, page: { offset: number; limit: number }) {
  return orpc.catalogue.listProducts.queryOptions({
    input: { ...filter, ...page },
    placeholderData: keepPreviousData,
  });
}

/** Whether a filter keeps any product out. */
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
