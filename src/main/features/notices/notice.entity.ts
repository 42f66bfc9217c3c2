import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A message about an alert to a person, by mail or Slack. */
@Entity('notice')
@Index('notice_once', { synchronize: false })
@Index('notice_waiting', ['nextTryAt'], { where: "state = 'waiting'" })
@Index('notice_state', ['state', 'id'])
@Check('ck_notice_waiting', "(state = 'waiting') = (next_try_at IS NOT NULL)")
export class NoticeEntity {
  @PrimaryColumn('integer') id: number;
  @Column('integer') @ForeignKey('alert') alertId: number;
  @Column('integer', { nullable: true }) @ForeignKey('account') accountId: number | null;
  @Column('text') channel: string;
  @Column('text', { default: '' }) address: string;
  @Column('text') title: string;
  @Column('text') body: string;
  @Column('text', { default: 'waiting' }) state: string;
  @Column('integer', { default: 0 }) tries: number;
  @Column('integer') createdAt: number;
  @Column('integer', { nullable: true }) nextTryAt: number | null;
  @Column('integer', { nullable: true }) sentAt: number | null;
  @Column('text', { default: '' }) problem: string;
}
