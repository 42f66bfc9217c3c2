import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A quantity of an issued line that was returned or used up. Append-only. */
@Entity('goods_issue_closing')
@Index('goods_issue_closing_of', ['issueLineId'])
@Check('ck_goods_issue_closing_quantity_milli', 'quantity_milli > 0')
@Check('ck_goods_issue_closing_location', "(kind = 'returned') = (location_id IS NOT NULL)")
export class GoodsIssueClosingEntity {
  @PrimaryColumn('integer') id: number;
  @Column('integer') @ForeignKey('goods_issue_line') issueLineId: number;
  @Column('text') kind: string;
  @Column('integer') quantityMilli: number;
  @Column('integer') costMinor: number;
  @Column('integer', { nullable: true }) @ForeignKey('location') locationId: number | null;
  @Column('text', { default: '' }) reason: string;
  @Column('integer') closedAt: number;
  @Column('integer') @ForeignKey('account') accountId: number;
}
