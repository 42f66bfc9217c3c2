import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { UuidColumn } from '#main/platform/database/uuid-column';
import type { Product } from '#shared/contract/catalogue';

/** A product's own row. Its barcodes, image and search document are in separate tables. */
@Entity('product')
@Index('product_sku', ['sku'], { unique: true })
@Index('product_name', ['name', 'id'])
@Index('product_price', ['priceMinor', 'id'])
@Index('product_cost', ['costMinor', 'id'])
@Index('product_created_at', ['createdAt', 'id'])
@Index('product_category', ['categoryId', 'name'])
@Index('product_status_name', ['status', 'name', 'id'])
@Index('product_created_by', ['createdById'])
@Index('product_supplier', ['supplierId'], { where: 'supplier_id IS NOT NULL' })
@Index('product_image', ['imageId'], { where: 'image_id IS NOT NULL' })
@Check('ck_product_price_minor', 'price_minor >= 0')
@Check('ck_product_cost_minor', 'cost_minor >= 0')
@Check('ck_product_tax_rate_milli_percent', 'tax_rate_milli_percent BETWEEN 0 AND 100000')
@Check('ck_product_discount_milli_percent', 'discount_milli_percent BETWEEN 0 AND 100000')
@Check('ck_product_threshold_milli', 'threshold_milli >= 0')
@Check('ck_product_reorder_milli', 'reorder_milli >= 0')
export class ProductEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @UuidColumn() uuid: string;
  @Column({ type: 'text', collation: 'NOCASE' }) name: string;
  @Column('text', { default: '' }) description: string;
  @Column({ type: 'text', collation: 'NOCASE' }) sku: string;
  @Column('integer', { nullable: true }) @ForeignKey('category') categoryId: number | null;
  @Column('integer', { nullable: true }) @ForeignKey('party') supplierId: number | null;
  @Column('integer', { nullable: true }) @ForeignKey('image') imageId: number | null;
  @Column('integer') priceMinor: number;
  @Column('integer', { default: 0 }) costMinor: number;
  @Column('text') unit: Product['unit'];
  @Column('integer') taxRateMilliPercent: number;
  @Column('integer', { default: 0 }) discountMilliPercent: number;
  @Column('text', { default: 'active' }) status: Product['status'];
  /** An alert is raised at or below this quantity; null for no alert. */
  @Column('integer', { nullable: true }) thresholdMilli: number | null;
  @Column('integer', { nullable: true }) reorderMilli: number | null;
  @Column('integer') createdAt: number;
  @Column('integer') @ForeignKey('account') createdById: number;
  @Column('integer') changedAt: number;
  @Column('integer') @ForeignKey('account') changedById: number;
  @Column('integer', { default: 1 }) version: number;
}
