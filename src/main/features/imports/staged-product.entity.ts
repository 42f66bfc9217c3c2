import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A product as the running import will write it. */
@Entity('staged_product')
export class StagedProductEntity {
  @PrimaryColumn('integer') productId: number;
  @Column('integer') isNew: number;
  @Column('integer') version: number;
  @Column('text') name: string;
  @Column('text') description: string;
  @Column('text') sku: string;
  @Column('integer', { nullable: true }) categoryId: number | null;
  @Column('integer', { nullable: true }) supplierId: number | null;
  @Column('integer') priceMinor: number;
  @Column('integer') costMinor: number;
  @Column('text') unit: string;
  @Column('integer') taxRateMilliPercent: number;
  @Column('integer') discountMilliPercent: number;
  @Column('text') status: string;
  @Column('integer', { nullable: true }) thresholdMilli: number | null;
  @Column('integer', { nullable: true }) reorderMilli: number | null;
  @Column('integer') openingMilli: number;
  @Column('integer') needsReindex: number;
  @Column('text', { nullable: true }) before: string | null;
  @Column('text', { nullable: true }) after: string | null;
}
