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
