import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A low-stock or expiry alert, with the names at the time it was raised. */
@Entity('alert')
@Index('alert_open', { synchronize: false })
@Index('alert_kind', ['kind', 'id'])
@Index('alert_product', ['productId', 'id'])
@Index('alert_raised', ['raisedAt'])
export class AlertEntity {
  @PrimaryColumn('integer') id: number;
  @Column('text') kind: string;
  @Column('integer') productId: number;
  @Column('integer', { nullable: true }) locationId: number | null;
  @Column('integer', { nullable: true }) batchId: number | null;
  @Column('text') productName: string;
  @Column('text') sku: string;
  @Column('text') unit: string;
  @Column('text', { default: '' }) locationName: string;
  @Column('text', { default: '' }) batchNumber: string;
  @Column('text', { nullable: true }) expiresOn: string | null;
  @Column('integer') quantityMilli: number;
  @Column('integer', { nullable: true }) thresholdMilli: number | null;
  @Column('integer') raisedAt: number;
  @Column('integer', { nullable: true }) resolvedAt: number | null;
}
