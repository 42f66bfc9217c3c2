import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Payments of a day by tender. */
@Entity('tender_summary', { withoutRowid: true })
export class TenderSummaryEntity {
  @PrimaryColumn('text') day: string;
  @PrimaryColumn('text') kind: string;
  @Column('integer', { default: 0 }) paymentCount: number;
  @Column('integer', { default: 0 }) amountMinor: number;
}
