import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The whole document of a completed sale or a cancellation. Append-only. */
@Entity('journal_entry')
export class JournalEntryEntity {
  @PrimaryColumn('integer') id: number;
  @Column('text') kind: string;
  @Column('integer') @ForeignKey('sales_order') orderId: number;
  @Column('integer') at: number;
  @Column('text') document: string;
}
