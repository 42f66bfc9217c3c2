/** What the rest of the main process uses of `audit`. */

export { auditProcedures } from './audit.procedures';
export { AuditExportService } from './audit-export.service';
export { AuditListService } from './audit-list.service';
