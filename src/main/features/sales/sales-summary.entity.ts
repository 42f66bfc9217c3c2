import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Sales of a day by category, product or another kind of key. */
@Entity('sales_summary', { withoutRowid: true })
export class SalesSummaryEntity {
  @PrimaryColumn('text') day: string;
  @PrimaryColumn('text') kind: string;
  @PrimaryColumn('integer') keyId: number;
  @Column('integer', { default: 0 }) salesCount: number;
  @Column('integer', { default: 0 }) quantityMilli: number;
  @Column('integer', { default: 0 }) exclTaxMinor: number;
  @Column('integer', { default: 0 }) taxMinor: number;
  @Column('integer', { default: 0 }) costMinor: number;
}
