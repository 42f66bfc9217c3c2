import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { UuidColumn } from '#main/platform/database/uuid-column';
import type { Role } from '#shared/contract/common';

/** Somebody who can sign in, now or once. Accounts are never removed: what they did names them. */
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
  /** Null for none, so that the unique index lets any number have none. */
  @Column({ type: 'text', collation: 'NOCASE', nullable: true }) email: string | null;
  @Column('text') firstName: string;
  @Column('text') lastName: string;
  @Column('text') role: Role;
  @Column('text', { default: '' }) department: string;
  @Column('text') passwordHash: string;
  @Column('text', { nullable: true }) pinHash: string | null;
  /** How many digits the PIN has, since a short one does not approve; 0 for none. */
  @Column('integer', { default: 0 }) pinDigits: number;
  /** Who buys with it: of every customer's account, and of one that was a customer's. */
  @Column('integer', { nullable: true }) @ForeignKey('party') partyId: number | null;
  /** 1, or 0 when switched off. */
  @Column('integer', { default: 1 }) active: number;
  @Column('integer', { nullable: true }) deletedAt: number | null;
  @Column('integer') createdAt: number;
  @Column('integer', { nullable: true }) @ForeignKey('account') createdById: number | null;
  @Column('integer') changedAt: number;
  @Column('integer', { nullable: true }) @ForeignKey('account') changedById: number | null;
  @Column('integer', { default: 1 }) version: number;
}
