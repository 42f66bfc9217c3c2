import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Who has seen which alert. */
@Entity('alert_seen', { withoutRowid: true })
export class AlertSeenEntity {
  @PrimaryColumn('integer') @ForeignKey('account') accountId: number;
  @PrimaryColumn('integer') @ForeignKey('alert') alertId: number;
  @Column('integer') seenAt: number;
}
