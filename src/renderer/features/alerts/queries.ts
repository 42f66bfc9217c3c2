import { useMutation } from '@tanstack/react-query';
import { paged } from '#renderer/lib/paged';
import { orpc } from '#renderer/lib/rpc';
import type { Inputs } from '#shared/contract/index';

/** The filter of the list of alerts. */
export type AlertFilter = Pick<Inputs['alerts']['list'], 'kind' | 'state' | 'search' | 'from' | 'to'>;

/** The alerts that match a filter, newest first, one page at a time. */
export function listAlertsOptions(filter: AlertFilter) {
  return orpc.alerts.list.infiniteOptions(paged(filter));
}

/** Marks alerts as seen; an event invalidates the lists that show them. */
export function useMarkSeen() {
  return useMutation(orpc.alerts.markSeen.mutationOptions());
}
