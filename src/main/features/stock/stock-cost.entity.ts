import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** The average cost of a batch, or of stock without a batch, as a quantity and its cost. */
@Entity('stock_cost')
@Index('stock_cost_of', { synchronize: false })
export class StockCostEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @Column('integer') @ForeignKey('product') productId: number;
  @Column('integer', { nullable: true }) @ForeignKey('batch') batchId: number | null;
  @Column('integer', { default: 0 }) belowZeroMinor: number;
  @Column('integer', { default: 0 }) averagedMilli: number;
  @Column('integer', { default: 0 }) averagedMinor: number;
  @Column('integer', { nullable: true }) averagedAt: number | null;
}
