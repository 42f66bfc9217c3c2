import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A line of a ticket or order, with names and prices at the time. A returned line has a negative quantity. */
@Entity('sales_order_line')
@Index('sales_order_line_position', ['orderId', 'position'], { unique: true })
@Index('sales_order_line_product', ['productId', 'orderId'])
@Index('sales_order_line_returned', ['returnedLineId'], { where: 'returned_line_id IS NOT NULL' })
@Check('ck_sales_order_line_quantity_milli', 'quantity_milli <> 0')
@Check('ck_sales_order_line_returned_line_id', 'returned_line_id IS NULL OR quantity_milli < 0')
export class SalesOrderLineEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @Column('integer') @ForeignKey('sales_order') orderId: number;
  @Column('integer') position: number;
  @Column('integer') @ForeignKey('product') productId: number;
  @Column('integer', { nullable: true }) @ForeignKey('category') categoryId: number | null;
  @Column('text') name: string;
  @Column('text') sku: string;
  @Column('text') unit: string;
  @Column('integer') quantityMilli: number;
  @Column('integer') listPriceMinor: number;
  @Column('integer') unitPriceMinor: number;
  @Column('integer', { nullable: true }) @ForeignKey('account') priceApprovedById: number | null;
  @Column('integer', { nullable: true }) priceApprovedMinor: number | null;
  @Column('integer', { nullable: true }) fixedGrossMinor: number | null;
  @Column('integer') taxRateMilliPercent: number;
  @Column('text', { default: '' }) note: string;
  @Column('integer', { nullable: true }) @ForeignKey('batch') batchId: number | null;
  /** The sold line that this line returns; null for a sold line and for a return without a receipt. */
  @Column('integer', { nullable: true }) @ForeignKey('sales_order_line') returnedLineId: number | null;
  @Column('integer', { default: 0 }) grossMinor: number;
  @Column('integer', { default: 0 }) netMinor: number;
  @Column('integer', { default: 0 }) taxMinor: number;
  @Column('integer', { default: 0 }) costMinor: number;
}
