import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** An alert raised by many wrong attempts. */
@Entity('sign_in_alert')
@Index('sign_in_alert_account', ['accountId', 'raisedAt'])
@Index('sign_in_alert_open', ['raisedAt'], { where: 'dismissed_at IS NULL' })
export class SignInAlertEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @Column('integer', { nullable: true }) @ForeignKey('account') accountId: number | null;
  @Column('integer') failures: number;
  @Column('integer') raisedAt: number;
  @Column('integer', { nullable: true }) dismissedAt: number | null;
  @Column('integer', { nullable: true }) @ForeignKey('account') dismissedById: number | null;
}
