import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How the columns of files with the same headings were last matched to fields. */
@Entity('import_mapping', { withoutRowid: true })
export class ImportMappingEntity {
  @PrimaryColumn('text') headings: string;
  @Column('text') choices: string;
  @Column('integer') usedAt: number;
}
