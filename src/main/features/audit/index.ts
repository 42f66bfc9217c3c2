/** What the rest of the main process uses of `audit`. */

export { auditProcedures } from './audit.procedures';
export { AuditService } from './audit.service';
export { AuditExportService } from './audit-export.service';
export { AuditListService } from './audit-list.service';
export { auditEntities } from './entities';
