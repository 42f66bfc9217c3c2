import { keepPreviousData, useMutation } from '@tanstack/react-query';
import { orpc } from '#renderer/lib/rpc';
import type { Inputs } from '#shared/contract/index';

const ROWS_A_PAGE = 100;

/** Which alerts the list shows. */
export type AlertFilter = Pick<Inputs['alerts']['list'], 'kind' | 'state' | 'search' | 'from' | 'to'>;

/** The alerts that a filter lets through, newest first, a page at a time. */
export function listAlertsOptions(filter: AlertFilter) {
  return orpc.alerts.list.infiniteOptions({
    input: (offset: number) => ({ ...filter, offset, limit: ROWS_A_PAGE }),
    initialPageParam: 0,
    getNextPageParam: (page, pages) =>
      page.rows.length === ROWS_A_PAGE ? pages.length * ROWS_A_PAGE : undefined,
    placeholderData: keepPreviousData,
  });
}

/** Whether a filter keeps any alert out. */
export function isFiltered({ kind, state, search = '', from, to }: AlertFilter): boolean {
  return [kind, state, from, to].some((one) => one !== undefined) || search !== '';
}

/** Marks alerts as looked at; what shows them hears of it by itself. */
export function useMarkSeen() {
  return useMutation(orpc.alerts.markSeen.mutationOptions());
}
