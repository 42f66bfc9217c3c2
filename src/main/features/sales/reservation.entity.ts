import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** Stock reserved for a line of a placed order. */
@Entity('reservation')
@Index('reservation_line', ['orderLineId'])
@Index('reservation_entry', ['stockEntryId'])
@Check('ck_reservation_quantity_milli', 'quantity_milli > 0')
export class ReservationEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @Column('integer') @ForeignKey('sales_order_line') orderLineId: number;
  @Column('integer') @ForeignKey('stock_entry') stockEntryId: number;
  @Column('integer') quantityMilli: number;
}
