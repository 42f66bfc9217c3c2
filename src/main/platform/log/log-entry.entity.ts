import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * One entry of the log: who did what when, with the change or the whole document. Append-only, numbered without gaps,
 * and chained: each hash covers the previous one.
 */
@Entity('log_entry')
@Index('log_entry_entity', ['entity', 'entityId', 'id'])
@Index('log_entry_account', ['accountId', 'id'])
@Index('log_entry_action', ['action', 'id'])
@Index('log_entry_at', ['at'])
export class LogEntryEntity {
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
  /** The whole document of a completed sale or a cancellation, as JSON. */
  @Column('text', { nullable: true }) document: string | null;
  /** The digest of its personal details; null if it has none. */
  @Column('blob', { nullable: true }) personalDigest: Buffer | null;
  @Column('blob') hash: Buffer;
}
