import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of what receipts say about the store. A copy of a receipt shows the version of the original. */
@Entity('receipt_text')
export class ReceiptTextEntity {
  @PrimaryColumn('integer') id: number;
  @Column('text') name: string;
  @Column('text') address: string;
  @Column('text') taxNumber: string;
  @Column('text') header: string;
  @Column('text') footer: string;
  @Column('text') locale: string;
  @Column('text') timeZone: string;
  @Column('integer') createdAt: number;
}
