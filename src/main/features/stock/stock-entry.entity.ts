import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** The stock at a location of one batch, or without a batch. */
@Entity('stock_entry')
@Index('stock_entry_place', { synchronize: false })
@Index('stock_entry_location', ['locationId', 'productId'])
@Index('stock_entry_batch', ['batchId'], { where: 'batch_id IS NOT NULL' })
@Check('ck_stock_entry_reserved_milli', 'reserved_milli >= 0')
export class StockEntryEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @Column('integer') @ForeignKey('product') productId: number;
  @Column('integer') @ForeignKey('location') locationId: number;
  @Column('integer', { nullable: true }) @ForeignKey('batch') batchId: number | null;
  @Column('integer', { default: 0 }) onHandMilli: number;
  @Column('integer', { default: 0 }) reservedMilli: number;
  @Column('integer', { nullable: true }) lastReceivedAt: number | null;
}
