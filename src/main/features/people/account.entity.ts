import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Role } from '#shared/contract/common';

/** Somebody who may sign in, now or once. Accounts are never removed: what they did names them. */
@Entity('account')
export class AccountEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column('text')
  username: string;

  /** Null for none, so that the unique index lets any number have none. */
  @Column('text', { nullable: true })
  email: string | null;

  @Column('text')
  firstName: string;

  @Column('text')
  lastName: string;

  @Column('text')
  role: Role;

  @Column('text')
  department: string;

  @Column('text')
  passwordHash: string;

  @Column('text', { nullable: true })
  pinHash: string | null;

  /** How many digits the PIN has, since a short one does not approve; 0 for none. */
  @Column('integer')
  pinDigits: number;

  /** 1, or 0 when switched off. */
  @Column('integer')
  active: number;

  @Column('integer', { nullable: true })
  deletedAt: number | null;

  @Column('integer')
  createdAt: number;

  @Column('integer', { nullable: true })
  createdById: number | null;

  @Column('integer')
  changedAt: number;

  @Column('integer', { nullable: true })
  changedById: number | null;

  @Column('integer')
  version: number;
}
