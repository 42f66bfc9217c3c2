import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A supplier that the running import will create. */
@Entity('staged_supplier')
export class StagedSupplierEntity {
  @PrimaryColumn('integer') id: number;
  @Column('text') name: string;
}
