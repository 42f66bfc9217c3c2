import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A line of an issue slip, with the quantities returned and used up. */
@Entity('goods_issue_line')
@Index('goods_issue_line_of', ['issueId', 'productId'])
@Index('goods_issue_line_product', ['productId'])
@Index('goods_issue_line_out', ['productId', 'issueId'], {
  where: 'cost_minor IS NOT NULL AND quantity_milli > returned_milli + used_up_milli',
})
@Check('ck_goods_issue_line_quantity_milli', 'quantity_milli > 0')
@Check('ck_goods_issue_line_returned_milli', 'returned_milli >= 0')
@Check('ck_goods_issue_line_used_up_milli', 'used_up_milli >= 0')
@Check('ck_goods_issue_line_batch', 'any_batch = 0 OR batch_id IS NULL')
@Check('ck_goods_issue_line_closed', 'returned_milli + used_up_milli <= quantity_milli')
@Check('ck_goods_issue_line_cost', 'cost_minor IS NOT NULL OR returned_milli + used_up_milli = 0')
export class GoodsIssueLineEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @Column('integer') @ForeignKey('goods_issue') issueId: number;
  @Column('integer') position: number;
  @Column('integer') @ForeignKey('product') productId: number;
  @Column('integer', { default: 1 }) anyBatch: number;
  @Column('integer', { nullable: true }) @ForeignKey('batch') batchId: number | null;
  @Column('integer') quantityMilli: number;
  @Column('integer', { nullable: true }) costMinor: number | null;
  @Column('integer', { default: 0 }) returnedMilli: number;
  @Column('integer', { default: 0 }) usedUpMilli: number;
  @Column('integer', { default: 1 }) version: number;
}
