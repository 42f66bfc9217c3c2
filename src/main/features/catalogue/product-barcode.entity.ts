import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { BarcodeKind } from '#shared/kernel/barcode';

/** One barcode of a product, in its normalized form. */
@Entity('product_barcode')
@Index('product_barcode_code', ['code'], { unique: true })
@Index('product_barcode_product', ['productId'])
@Check('ck_product_barcode_quantity_milli', 'quantity_milli > 0')
export class ProductBarcodeEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @Column('integer') @ForeignKey('product') productId: number;
  @Column('text') code: string;
  @Column('text') kind: BarcodeKind;
  /** The quantity of the product that one scan adds. */
  @Column('integer', { default: 1000 }) quantityMilli: number;
}
