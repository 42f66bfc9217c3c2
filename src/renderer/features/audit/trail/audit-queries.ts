import { keepPreviousData } from '@tanstack/react-query';
import { orpc } from '#renderer/lib/rpc';
import type { Inputs } from '#shared/contract/index';

const ROWS_A_PAGE = 100;

/** Which entries of the trail are shown. */
export type AuditFilter = Omit<NonNullable<Inputs['audit']['list']>, 'beforeId' | 'limit'>;

/** Whether a filter keeps any entry out. */
export function isFiltered(filter: AuditFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined && value !== '');
}

/** The entries that a filter lets through, newest first; each page goes on from the last entry before it. */
export function auditListOptions(filter: AuditFilter) {
  return orpc.audit.list.infiniteOptions({
    input: (beforeId: number | undefined) => ({ ...filter, beforeId, limit: ROWS_A_PAGE }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ rows, more }) => (more ? rows.at(-1)?.id : undefined),
    placeholderData: keepPreviousData,
  });
}
