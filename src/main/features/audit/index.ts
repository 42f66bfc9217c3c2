/** The part of `audit` that the rest of the main process uses. */

export { auditProcedures } from './audit.procedures';
export { AuditExportService } from './audit-export.service';
export { AuditListService } from './audit-list.service';
export { LogCheckService } from './log-check.service';
