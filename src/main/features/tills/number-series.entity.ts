import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** The last number of a kind of document, for a till or for the whole store. */
@Entity('number_series')
@Index('number_series_kind', { synchronize: false })
@Check('ck_number_series_last_number', 'last_number > 0')
export class NumberSeriesEntity {
  @PrimaryColumn('integer') id: number;
  @Column('integer', { nullable: true }) @ForeignKey('till') tillId: number | null;
  @Column('text') kind: string;
  @Column('integer') lastNumber: number;
}
