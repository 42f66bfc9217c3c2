import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One change of stock. Append-only. */
@Entity('stock_movement')
@Index('stock_movement_time', ['movedAt', 'id', 'locationId', 'kind', 'accountId'])
@Index('stock_movement_product', ['productId', 'movedAt', 'id', 'locationId', 'kind', 'accountId'])
@Index('stock_movement_location', ['locationId', 'movedAt', 'id', 'kind', 'accountId'])
@Index('stock_movement_kind', ['kind', 'movedAt', 'id', 'locationId', 'accountId'], {
  where: "kind <> 'sold'",
})
@Index('stock_movement_batch', ['batchId', 'movedAt', 'id', 'productId', 'locationId', 'kind', 'accountId'], {
  where: 'batch_id IS NOT NULL',
})
@Index(
  'stock_movement_cause',
  ['cause', 'causeId', 'movedAt', 'id', 'productId', 'locationId', 'kind', 'accountId', 'batchId'],
  { where: "cause_id IS NOT NULL AND cause <> 'order'" },
)
@Check('ck_stock_movement_balance', 'after_milli = before_milli + quantity_milli')
export class StockMovementEntity {
  @PrimaryColumn('integer') id: number;
  @Column('integer') movedAt: number;
  @Column('text') kind: string;
  @Column('integer') @ForeignKey('product') productId: number;
  @Column('integer') @ForeignKey('location') locationId: number;
  @Column('integer', { nullable: true }) @ForeignKey('batch') batchId: number | null;
  @Column('integer') quantityMilli: number;
  @Column('integer') beforeMilli: number;
  @Column('integer') afterMilli: number;
  @Column('integer') valueMinor: number;
  @Column('integer', { default: 0 }) belowZero: number;
  @Column('text', { default: '' }) reason: string;
  @Column('integer') @ForeignKey('account') accountId: number;
  @Column('text', { default: '' }) cause: string;
  @Column('integer', { nullable: true }) causeId: number | null;
}
