import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A line of a transfer. */
@Entity('transfer_line')
@Index('transfer_line_of', ['transferId', 'productId'])
@Index('transfer_line_product', ['productId'])
@Check('ck_transfer_line_quantity_milli', 'quantity_milli > 0')
@Check('ck_transfer_line_batch', 'any_batch = 0 OR batch_id IS NULL')
export class TransferLineEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @Column('integer') @ForeignKey('transfer') transferId: number;
  @Column('integer') position: number;
  @Column('integer') @ForeignKey('product') productId: number;
  @Column('integer', { default: 1 }) anyBatch: number;
  @Column('integer', { nullable: true }) @ForeignKey('batch') batchId: number | null;
  @Column('integer') quantityMilli: number;
  @Column('integer', { default: 1 }) version: number;
}
