import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One count of an item, with the ledger's figures at that time. */
@Entity('stocktake_count')
@Index('stocktake_count_line', ['lineId', 'id'])
@Index('stocktake_count_person', ['stocktakeId', 'accountId', 'id', 'countedAt'], {
  where: 'undone_at IS NULL',
})
@Check('ck_stocktake_count_quantity_milli', 'quantity_milli >= 0')
export class StocktakeCountEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @Column('integer') @ForeignKey('stocktake_line') lineId: number;
  @Column('integer') @ForeignKey('stocktake') stocktakeId: number;
  @Column('integer') @ForeignKey('account') accountId: number;
  @Column('integer') countedAt: number;
  @Column('text') mode: string;
  @Column('integer') quantityMilli: number;
  @Column('integer') movementId: number;
  @Column('integer') levelMilli: number;
  @Column('integer') cameMilli: number;
  @Column('integer') leftMilli: number;
  @Column('integer', { nullable: true }) undoneAt: number | null;
}
