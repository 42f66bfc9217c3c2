import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { UuidColumn } from '#main/platform/database/uuid-column';

/** A supplier by name. */
@Entity('supplier')
@Index('supplier_name', ['name'], { unique: true })
export class SupplierEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @UuidColumn() uuid: string;
  @Column({ type: 'text', collation: 'NOCASE' }) name: string;
  /** When it was taken out of use; products keep it. */
  @Column('integer', { nullable: true }) deletedAt: number | null;
}
