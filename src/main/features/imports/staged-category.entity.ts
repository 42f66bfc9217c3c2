import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A category that the running import will create. */
@Entity('staged_category')
export class StagedCategoryEntity {
  @PrimaryColumn('integer') id: number;
  @Column('integer', { nullable: true }) parentId: number | null;
  @Column('text') name: string;
}
