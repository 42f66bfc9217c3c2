import { AuditEntryEntity } from './audit-entry.entity';

/** The tables of `audit`. */
export const auditEntities = [AuditEntryEntity];
