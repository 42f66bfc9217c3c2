import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A row of a file that was refused, and why. */
@Entity('import_refusal', { withoutRowid: true })
export class ImportRefusalEntity {
  @PrimaryColumn('integer') @ForeignKey('product_import') importId: number;
  @PrimaryColumn('integer') line: number;
  @Column('text') cells: string;
  @Column('text') problems: string;
}
