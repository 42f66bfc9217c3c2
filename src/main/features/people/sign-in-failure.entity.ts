import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Wrong attempts to sign in or approve, by subject. */
@Entity('sign_in_failure')
@Index('sign_in_failure_subject', ['subject', 'failedAt'])
@Index('sign_in_failure_account', ['accountId', 'failedAt'], { where: 'account_id IS NOT NULL' })
export class SignInFailureEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @Column({ type: 'text', collation: 'NOCASE' }) subject: string;
  @Column('integer', { nullable: true }) @ForeignKey('account') accountId: number | null;
  @Column('integer') failedAt: number;
  @Column('integer', { default: 1 }) counts: number;
}
