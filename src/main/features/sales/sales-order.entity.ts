import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { UuidColumn } from '#main/platform/database/uuid-column';

/** The life of an order: a ticket is open or voided; an order is placed, then fulfilled or cancelled. */
export type OrderLife = 'open' | 'voided' | 'placed' | 'fulfilled' | 'cancelled';

/** A ticket while it is open, afterwards an order or sale with a number. */
@Entity('sales_order')
@Index('sales_order_number', ['number'], { unique: true, where: 'number IS NOT NULL' })
@Index('sales_order_on_screen', ['tillId', 'accountId'], {
  unique: true,
  where: "life = 'open' AND parked_at IS NULL",
})
@Index('sales_order_parked', ['parkedAt'], { where: "life = 'open' AND parked_at IS NOT NULL" })
@Index('sales_order_life', ['life', 'orderedAt'], {
  where: "ordered_at IS NOT NULL AND life <> 'fulfilled'",
})
@Index('sales_order_channel', ['channelId', 'orderedAt'], { where: 'ordered_at IS NOT NULL' })
@Index('sales_order_customer_name', ['customerName'], { where: "customer_name <> ''" })
@Index('sales_order_ordered_at', ['orderedAt'], { where: 'ordered_at IS NOT NULL' })
@Index('sales_order_customer', ['customerId', 'id'], { where: 'customer_id IS NOT NULL' })
@Check('ck_sales_order_number', "(life IN ('open','voided')) = (number IS NULL)")
@Check('ck_sales_order_sold_day', '(fulfilled_at IS NULL) = (sold_day IS NULL)')
export class SalesOrderEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @UuidColumn() uuid: string;
  /** Payment is not part of it: see `paidAt`. */
  @Column('text') life: OrderLife;
  @Column('text', { nullable: true }) number: string | null;
  @Column('integer') @ForeignKey('till') tillId: number;
  @Column('integer') @ForeignKey('account') accountId: number;
  @Column('integer') @ForeignKey('sales_channel') channelId: number;
  @Column('integer') @ForeignKey('location') locationId: number;
  @Column('text', { nullable: true }) parkedName: string | null;
  @Column('integer', { nullable: true }) parkedAt: number | null;
  @Column('integer', { nullable: true }) @ForeignKey('party') customerId: number | null;
  @Column('text', { default: '' }) customerName: string;
  @Column('text', { default: '' }) customerEmail: string;
  @Column('text', { default: '' }) customerPhone: string;
  @Column('text', { default: '' }) billingAddress: string;
  @Column('text', { default: '' }) shippingAddress: string;
  @Column('text', { default: '' }) note: string;
  @Column('integer') pricesIncludeTax: number;
  @Column('text') taxRounding: string;
  @Column('integer', { default: 0 }) subtotalMinor: number;
  @Column('integer', { default: 0 }) discountMinor: number;
  @Column('integer', { default: 0 }) taxMinor: number;
  @Column('integer', { default: 0 }) shippingMinor: number;
  @Column('integer', { default: 0 }) shippingTaxRateMilliPercent: number;
  @Column('integer', { default: 0 }) totalMinor: number;
  @Column('integer', { default: 0 }) cashRoundingMinor: number;
  @Column('integer', { default: 0 }) paidMinor: number;
  /** The names on the receipt, as they were when the order got its number. */
  @Column('text', { default: '' }) cashierName: string;
  @Column('text', { default: '' }) tillName: string;
  /** What its receipt says about the store; set with the payment. */
  @Column('integer', { nullable: true }) @ForeignKey('receipt_text') receiptTextId: number | null;
  @Column('integer') createdAt: number;
  @Column('integer', { nullable: true }) orderedAt: number | null;
  @Column('integer', { nullable: true }) paidAt: number | null;
  @Column('integer', { nullable: true }) fulfilledAt: number | null;
  @Column('text', { nullable: true }) soldDay: string | null;
  @Column('integer', { nullable: true }) cancelledAt: number | null;
  @Column('text', { default: '' }) cancelReason: string;
  @Column('integer', { default: 1 }) version: number;
}
