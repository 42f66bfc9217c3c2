import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** One setting, as JSON. */
@Entity('setting')
export class SettingEntity {
  @PrimaryColumn('text') key: string;
  @Column('text') value: string;
  @Column('integer') changedAt: number;
  @Column('integer', { nullable: true }) @ForeignKey('account') changedById: number | null;
}
