import { keepPreviousData, useMutation } from '@tanstack/react-query';
import { orpc } from '#renderer/lib/rpc';
import type { Inputs } from '#shared/contract/index';

const ROWS_A_PAGE = 100;

/** The filter of the list of alerts. */
export type AlertFilter = Pick<Inputs['alerts']['list'], 'kind' | 'state' | 'search' | 'from' | 'to'>;

/** The alerts that match a filter, newest first, one page at a time. */
export function listAlertsOptions(filter: AlertFilter) {
  return orpc.alerts.list.infiniteOptions({
    input: (offset: number) => ({ ...filter, offset, limit: ROWS_A_PAGE }),
    initialPageParam: 0,
    getNextPageParam: (page, pages) =>
      page.rows.length === ROWS_A_PAGE ? pages.length * ROWS_A_PAGE : undefined,
    placeholderData: keepPreviousData,
  });
}

/** Whether a filter excludes any alert. */
export function isFiltered({ kind, state, search = '', from, to }: AlertFilter): boolean {
  return [kind, state, from, to].some((one) => one !== undefined) || search !== '';
}

/** Marks alerts as seen; an event invalidates the lists that show them. */
export function useMarkSeen() {
  return useMutation(orpc.alerts.markSeen.mutationOptions());
}
