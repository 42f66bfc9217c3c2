import { type Instants, instantsOf } from '#shared/kernel/time';
import type { AuditFilter } from './audit.queries';

/** Which entries to list, by whole days in the store's time zone, both inclusive, as YYYY-MM-DD. */
export interface AuditDays extends Omit<AuditFilter, keyof Instants> {
  from?: string | undefined;
  to?: string | undefined;
}

/** The same filter by instants. */
export function inTime({ from, to, ...rest }: AuditDays, timeZone: string): AuditFilter {
  return { ...rest, ...instantsOf({ from, to }, timeZone) };
}
