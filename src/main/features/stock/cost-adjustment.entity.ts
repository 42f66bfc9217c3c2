import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The difference between the cost assumed for goods sold below zero and the cost of their receipt. Append-only. */
@Entity('cost_adjustment')
@Index('cost_adjustment_movement', ['movementId'], { unique: true })
@Index('cost_adjustment_product', ['productId', 'adjustedAt'])
@Check('ck_cost_adjustment_value_minor', 'value_minor <> 0')
export class CostAdjustmentEntity {
  @PrimaryColumn('integer') id: number;
  @Column('integer') adjustedAt: number;
  @Column('integer') @ForeignKey('product') productId: number;
  @Column('integer', { nullable: true }) @ForeignKey('batch') batchId: number | null;
  @Column('integer') @ForeignKey('stock_movement') movementId: number;
  @Column('integer') valueMinor: number;
}
