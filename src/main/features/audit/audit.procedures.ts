import type { Procedures } from '../../rpc/procedures';
import type { AuditListService } from './audit-list.service';

/** The audit trail, for those who may read it. */
export function auditProcedures({ audit }: Procedures, lists: AuditListService) {
  return audit.router({
    list: audit.list.handler(({ input }) => lists.list(input)),
    choices: audit.choices.handler(() => lists.choices()),
  });
}
