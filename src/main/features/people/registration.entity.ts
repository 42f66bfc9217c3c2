import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A request for an account. */
@Entity('registration')
@Index('registration_open', ['requestedAt'], { where: 'decided_at IS NULL' })
@Check('ck_registration_decision', "decision IN ('approved','refused')")
export class RegistrationEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @Column({ type: 'text', collation: 'NOCASE' }) username: string;
  @Column({ type: 'text', collation: 'NOCASE', nullable: true }) email: string | null;
  @Column('text') firstName: string;
  @Column('text') lastName: string;
  @Column('text', { default: '' }) department: string;
  @Column('text') passwordHash: string;
  @Column('integer') requestedAt: number;
  @Column('integer', { nullable: true }) decidedAt: number | null;
  @Column('integer', { nullable: true }) @ForeignKey('account') decidedById: number | null;
  @Column('text', { nullable: true }) decision: string | null;
  @Column('integer', { nullable: true }) @ForeignKey('account') accountId: number | null;
}
