import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A supplier by name. */
@Entity('supplier')
export class SupplierEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @Column('text') name: string;
  /** When it was taken out of use; products keep it. */
  @Column('integer', { nullable: true }) deletedAt: number | null;
}
