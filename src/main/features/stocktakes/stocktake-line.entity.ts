import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** An item of a stocktake: the expected quantity, the counted one and the difference. */
@Entity('stocktake_line')
@Index('stocktake_line_entry', { synchronize: false })
@Index('stocktake_line_product', ['productId'])
@Index('stocktake_line_batch', ['batchId'], { where: 'batch_id IS NOT NULL' })
@Index('stocktake_line_uncounted', ['stocktakeId', 'id'], { where: 'counted_milli IS NULL' })
@Index('stocktake_line_order', ['stocktakeId', 'id'])
@Index('stocktake_line_different', ['stocktakeId', 'id'], { where: 'difference_milli <> 0' })
export class StocktakeLineEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @Column('integer') @ForeignKey('stocktake') stocktakeId: number;
  @Column('integer') @ForeignKey('product') productId: number;
  @Column('integer', { nullable: true }) @ForeignKey('batch') batchId: number | null;
  @Column('integer') expectedMilli: number;
  @Column('integer', { default: 0 }) found: number;
  @Column('integer', { nullable: true }) countedMilli: number | null;
  @Column('integer', { nullable: true }) differenceMilli: number | null;
  @Column('integer', { nullable: true }) leastMilli: number | null;
  @Column('integer', { nullable: true }) mostMilli: number | null;
  @Column('integer', { nullable: true }) postedValueMinor: number | null;
  @Column('text', { default: '' }) note: string;
}
