import type { Procedures } from '#main/platform/rpc/procedures';
import type { AuditExportService } from './audit-export.service';
import type { AuditListService } from './audit-list.service';

interface Needs {
  auditLists: AuditListService;
  auditExports: AuditExportService;
}

/** The audit trail, for those who may read it. */
export function auditProcedures({ audit }: Procedures, { auditLists, auditExports }: Needs) {
  return audit.router({
    list: audit.list.handler(({ input }) => auditLists.list(input)),
    export: audit.export.handler(({ context: { ctx }, input }) => auditExports.start(ctx, input)),
    choices: audit.choices.handler(() => auditLists.choices()),
  });
}
