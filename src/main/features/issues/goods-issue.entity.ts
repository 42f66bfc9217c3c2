import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { UuidColumn } from '#main/platform/database/uuid-column';

/** Goods issued to a person: a draft, or issued. */
@Entity('goods_issue')
@Index('goods_issue_number', ['number'], { unique: true, where: 'number IS NOT NULL' })
@Index('goods_issue_time', { synchronize: false })
@Index('goods_issue_location', ['locationId'])
@Index('goods_issue_account', ['holderAccountId'], { where: 'holder_account_id IS NOT NULL' })
@Index('goods_issue_name', ['holderName'], { where: 'holder_name IS NOT NULL' })
@Check('ck_goods_issue_one_holder', 'holder_account_id IS NULL OR holder_name IS NULL')
@Check('ck_goods_issue_number', "(state = 'posted') = (number IS NOT NULL)")
@Check('ck_goods_issue_posted', "(state = 'posted') = (posted_at IS NOT NULL AND posted_by_id IS NOT NULL)")
@Check(
  'ck_goods_issue_holder',
  "state <> 'posted' OR holder_account_id IS NOT NULL OR holder_name IS NOT NULL",
)
export class GoodsIssueEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @UuidColumn() uuid: string;
  @Column('text', { default: 'draft' }) state: string;
  @Column('text', { nullable: true }) number: string | null;
  @Column('integer') @ForeignKey('location') locationId: number;
  @Column('integer', { nullable: true }) @ForeignKey('account') holderAccountId: number | null;
  @Column({ type: 'text', collation: 'NOCASE', nullable: true }) holderName: string | null;
  @Column('text', { default: '' }) note: string;
  @Column('integer') createdAt: number;
  @Column('integer') @ForeignKey('account') createdById: number;
  @Column('integer') @ForeignKey('account') changedById: number;
  @Column('integer', { nullable: true }) postedAt: number | null;
  @Column('integer', { nullable: true }) @ForeignKey('account') postedById: number | null;
  @Column('integer', { default: 1 }) version: number;
}
