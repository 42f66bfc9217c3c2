import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The low-stock level of a product at one location. */
@Entity('location_threshold', { withoutRowid: true })
@Index('location_threshold_location', ['locationId'])
@Check('ck_location_threshold_threshold_milli', 'threshold_milli >= 0')
export class LocationThresholdEntity {
  @PrimaryColumn('integer') @ForeignKey('product', { onDelete: 'CASCADE' }) productId: number;
  @PrimaryColumn('integer') @ForeignKey('location', { onDelete: 'CASCADE' }) locationId: number;
  @Column('integer') thresholdMilli: number;
  @Column('integer') changedAt: number;
  @Column('integer') @ForeignKey('account') changedById: number;
}
