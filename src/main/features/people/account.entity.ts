import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { UuidColumn } from '#main/platform/database/uuid-column';
import type { Role } from '#shared/contract/common';

/**
 * A person who can sign in now or could once. Accounts are never removed, because records of past actions refer to
 * them.
 */
@Entity('account')
@Index('account_username', ['username'], { unique: true })
@Index('account_email', ['email'], { unique: true, where: 'email IS NOT NULL' })
@Index('account_party', ['partyId'], { unique: true, where: 'party_id IS NOT NULL' })
@Index('account_role', ['role', 'deletedAt'])
@Check('ck_account_role', "role IN ('admin','manager','storekeeper','cashier','customer')")
export class AccountEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @UuidColumn() uuid: string;
  @Column({ type: 'text', collation: 'NOCASE' }) username: string;
  /** Null without an email, so that the unique index accepts any number of them. */
  @Column({ type: 'text', collation: 'NOCASE', nullable: true }) email: string | null;
  @Column('text') firstName: string;
  @Column('text') lastName: string;
  @Column('text') role: Role;
  @Column('text', { default: '' }) department: string;
  @Column('text') passwordHash: string;
  @Column('text', { nullable: true }) pinHash: string | null;
  /** The number of digits of the PIN, since a short one cannot approve; 0 without a PIN. */
  @Column('integer', { default: 0 }) pinDigits: number;
  /** The customer it belongs to: set for every customer's account, and for one that was a customer's before. */
  @Column('integer', { nullable: true }) @ForeignKey('party') partyId: number | null;
  /** 1, or 0 when deactivated. */
  @Column('integer', { default: 1 }) active: number;
  @Column('integer', { nullable: true }) deletedAt: number | null;
  @Column('integer') createdAt: number;
  @Column('integer', { nullable: true }) @ForeignKey('account') createdById: number | null;
  @Column('integer') changedAt: number;
  @Column('integer', { nullable: true }) @ForeignKey('account') changedById: number | null;
  @Column('integer', { default: 1 }) version: number;
}
