import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/**
 * A reduction of a line, or of the whole ticket if no line is set. `standing` is the product's own discount, `line` the
 * line's discount, `ticket` the ticket's, and `ticket share` the part of the ticket's discount allotted to a line.
 */
export type AdjustmentKind = 'standing' | 'line' | 'ticket' | 'ticket share';

/** A discount: a percentage or an amount, and what it took off once the order was placed. */
@Entity('order_adjustment')
@Index('order_adjustment_line', ['lineId', 'kind'], { unique: true, where: 'line_id IS NOT NULL' })
@Index('order_adjustment_order', ['orderId', 'kind'], { unique: true, where: 'line_id IS NULL' })
@Check('ck_order_adjustment_value', 'milli_percent IS NULL OR value_minor IS NULL')
export class OrderAdjustmentEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @Column('integer') @ForeignKey('sales_order') orderId: number;
  @Column('integer', { nullable: true }) @ForeignKey('sales_order_line') lineId: number | null;
  @Column('text') kind: AdjustmentKind;
  @Column('integer', { nullable: true }) milliPercent: number | null;
  @Column('integer', { nullable: true }) valueMinor: number | null;
  @Column('integer', { nullable: true }) @ForeignKey('account') approvedById: number | null;
  /** How much it may take off, if it was approved. */
  @Column('integer', { nullable: true }) approvedMinor: number | null;
  @Column('integer', { default: 0 }) amountMinor: number;
}
