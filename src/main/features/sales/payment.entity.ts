import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Money taken for an order, or refunded. Append-only. */
@Entity('payment')
@Index('payment_order', ['orderId'])
export class PaymentEntity {
  @PrimaryColumn('integer') id: number;
  @Column('integer') @ForeignKey('sales_order') orderId: number;
  @Column('integer') @ForeignKey('tender') tenderId: number;
  @Column('integer') amountMinor: number;
  @Column('integer', { default: 0 }) givenMinor: number;
  @Column('integer', { default: 0 }) changeMinor: number;
  @Column('text', { default: '' }) reference: string;
  @Column('integer') @ForeignKey('account') accountId: number;
  @Column('integer') @ForeignKey('till') tillId: number;
  @Column('integer') paidAt: number;
  @Column('text') day: string;
}
