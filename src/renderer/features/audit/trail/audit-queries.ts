import { pagedById } from '#renderer/lib/paged';
import { orpc } from '#renderer/lib/rpc';
import type { Inputs } from '#shared/contract/index';

/** The filter of the audit log. */
export type AuditFilter = Omit<NonNullable<Inputs['audit']['list']>, 'beforeId' | 'limit'>;

/** The entries that match a filter, newest first; each page continues after the last entry of the one before. */
export function auditListOptions(filter: AuditFilter) {
  return orpc.audit.list.infiniteOptions(pagedById(filter));
}
