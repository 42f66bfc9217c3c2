import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { BarcodeKind } from '#shared/kernel/barcode';

/** One barcode of a product, in its normalized form. */
@Entity('product_barcode')
export class ProductBarcodeEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @Column('integer') productId: number;
  @Column('text') code: string;
  @Column('text') kind: BarcodeKind;
  /** How much of the product one scan stands for. */
  @Column('integer') quantityMilli: number;
}
