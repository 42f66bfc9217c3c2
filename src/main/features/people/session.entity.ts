import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A sign-in of an account at a till, until it ends. */
@Entity('session')
@Index('session_token_hash', ['tokenHash'], { unique: true })
@Index('session_live', ['accountId'], { unique: true, where: 'ended_at IS NULL' })
@Index('session_password', ['accountId', 'tillId', 'passwordAt'], { where: 'password_at IS NOT NULL' })
export class SessionEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @Column('integer') @ForeignKey('account') accountId: number;
  @Column('integer') @ForeignKey('till') tillId: number;
  @Column('text') tokenHash: string;
  @Column('text') method: string;
  @Column('integer') startedAt: number;
  @Column('integer') lastUsedAt: number;
  @Column('integer') expiresAt: number;
  @Column('integer', { nullable: true }) passwordAt: number | null;
  @Column('integer', { nullable: true }) lockedAt: number | null;
  @Column('integer', { nullable: true }) endedAt: number | null;
  @Column('text', { nullable: true }) endReason: string | null;
  @Column('integer', { nullable: true }) @ForeignKey('account') takenOverById: number | null;
}
