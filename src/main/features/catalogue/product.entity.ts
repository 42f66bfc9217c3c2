import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Product } from '#shared/contract/catalogue';

/** A product's own row. Its barcodes, image and search document have tables of their own. */
@Entity('product')
export class ProductEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @Column('text') name: string;
  @Column('text') description: string;
  @Column('text') sku: string;
  @Column('integer', { nullable: true }) categoryId: number | null;
  @Column('integer', { nullable: true }) supplierId: number | null;
  @Column('integer', { nullable: true }) imageId: number | null;
  @Column('integer') priceMinor: number;
  @Column('integer') costMinor: number;
  @Column('text') unit: Product['unit'];
  @Column('integer') taxRateMilliPercent: number;
  @Column('integer') discountMilliPercent: number;
  @Column('text') status: Product['status'];
  /** At this quantity or below an alert is raised; null for none. */
  @Column('integer', { nullable: true }) thresholdMilli: number | null;
  @Column('integer', { nullable: true }) reorderMilli: number | null;
  @Column('integer') createdAt: number;
  @Column('integer') createdById: number;
  @Column('integer') changedAt: number;
  @Column('integer') changedById: number;
  @Column('integer') version: number;
}
