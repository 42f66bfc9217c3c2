import type { JobService } from '#main/platform/jobs/job.service';
import type { Procedures } from '#main/platform/rpc/procedures';
import type { OnReader } from '#main/platform/work/connections';
import type { AuditExportService } from './audit-export.service';
import type { AuditListService } from './audit-list.service';
import type { LogCheckService } from './log-check.service';

interface Needs {
  auditLists: OnReader<AuditListService>;
  auditExports: OnReader<AuditExportService>;
  logChecks: LogCheckService;
  jobs: JobService;
}

/** The calls of the store log, for people who may read it. */
export function auditProcedures({ audit }: Procedures, { auditLists, auditExports, logChecks, jobs }: Needs) {
  return audit.router({
    list: audit.list.handler(({ context: { reader }, input }) => auditLists.on(reader).list(input)),
    export: audit.export.handler(({ context: { ctx, reader }, input }) =>
      jobs.saved(auditExports.on(reader).start(ctx, input)),
    ),
    check: audit.check.handler(({ context: { ctx } }) => jobs.saved(logChecks.start(ctx))),
    choices: audit.choices.handler(({ context: { reader } }) => auditLists.on(reader).choices()),
  });
}
