import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Numbers of a series that were assigned but are not in the store. Append-only. */
@Entity('number_gap')
@Check('ck_number_gap_range', 'to_number >= from_number')
export class NumberGapEntity {
  @PrimaryColumn('integer') id: number;
  @Column('integer') @ForeignKey('number_series') seriesId: number;
  @Column('integer') fromNumber: number;
  @Column('integer') toNumber: number;
  @Column('integer') foundAt: number;
}
