import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An event on the timeline of an order. Append-only. */
@Entity('order_event')
@Index('order_event_order', ['orderId', 'id'])
export class OrderEventEntity {
  @PrimaryColumn('integer') id: number;
  @Column('integer') @ForeignKey('sales_order') orderId: number;
  @Column('text') kind: string;
  @Column('integer') @ForeignKey('account') accountId: number;
  @Column('integer') at: number;
  @Column('text', { default: '' }) note: string;
}
