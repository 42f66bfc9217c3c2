import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One change: who, when, what, before and after. Append-only. */
@Entity('audit_entry')
@Index('audit_entry_entity', ['entity', 'entityId', 'id'])
@Index('audit_entry_account', ['accountId', 'id'])
@Index('audit_entry_action', ['action', 'id'])
@Index('audit_entry_at', ['at'])
export class AuditEntryEntity {
  @PrimaryColumn('integer') id: number;
  @Column('integer') at: number;
  @Column('integer', { nullable: true }) @ForeignKey('account') accountId: number | null;
  @Column('integer', { nullable: true }) @ForeignKey('account') approvedById: number | null;
  @Column('integer', { nullable: true }) @ForeignKey('till') tillId: number | null;
  @Column('text') action: string;
  @Column('text') entity: string;
  @Column('integer', { nullable: true }) entityId: number | null;
  @Column('text', { default: '' }) label: string;
  @Column('text', { nullable: true }) before: string | null;
  @Column('text', { nullable: true }) after: string | null;
}
