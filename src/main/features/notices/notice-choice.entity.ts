import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** How a person is notified of alerts. */
@Entity('notice_choice')
export class NoticeChoiceEntity {
  @PrimaryColumn('integer') @ForeignKey('account') accountId: number;
  @Column('integer', { default: 0 }) mail: number;
  @Column('integer', { default: 0 }) slack: number;
}
