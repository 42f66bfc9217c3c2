import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** An additional tax of a line, with its name and rate at the time. A line with one tax stores it itself. */
@Entity('order_line_tax')
@Index('order_line_tax_position', ['lineId', 'position'], { unique: true })
export class OrderLineTaxEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @Column('integer') @ForeignKey('sales_order_line') lineId: number;
  @Column('integer') position: number;
  @Column('text') name: string;
  @Column('integer') rateMilliPercent: number;
  @Column('integer', { default: 0 }) taxMinor: number;
}
