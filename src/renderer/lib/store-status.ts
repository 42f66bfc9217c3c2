import { useSuspenseQuery } from '@tanstack/react-query';
import type { StoreStatus } from '#shared/contract/stores';
import { orpc } from './rpc';

/** What a window needs to know about its store, signed in or not: name, currency, locale, zone, tax rates. */
export function useStore(): StoreStatus {
  return useSuspenseQuery(orpc.stores.status.queryOptions()).data;
}
