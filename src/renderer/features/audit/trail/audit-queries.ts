import { keepPreviousData } from '@tanstack/react-query';
import { orpc } from '#renderer/lib/rpc';
import type { Inputs } from '#shared/contract/index';

const ROWS_A_PAGE = 100;

/** The filter of the audit log. */
export type AuditFilter = Omit<NonNullable<Inputs['audit']['list']>, 'beforeId' | 'limit'>;

/** Whether a filter excludes any entry. */
export function isFiltered(filter: AuditFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined && value !== '');
}

/** The entries that match a filter, newest first; each page continues after the last entry of the one before. */
export function auditListOptions(filter: AuditFilter) {
  return orpc.audit.list.infiniteOptions({
    input: (beforeId: number | undefined) => ({ ...filter, beforeId, limit: ROWS_A_PAGE }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ rows, more }) => (more ? rows.at(-1)?.id : undefined),
    placeholderData: keepPreviousData,
  });
}
