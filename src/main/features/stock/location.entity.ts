import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A department or storeroom that holds stock. */
@Entity('location')
export class LocationEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column('text')
  name: string;

  @Column('text')
  kind: 'department' | 'storeroom';

  /** What stands on its label, unlike any barcode of a product; null where it bears none. */
  @Column('text', { nullable: true })
  barcode: string | null;

  /** 1 for the one place the till sells from. */
  @Column('integer')
  isSellingPlace: number;

  @Column('integer', { nullable: true })
  closedAt: number | null;

  @Column('integer')
  createdAt: number;

  @Column('integer')
  createdById: number;

  @Column('integer')
  changedAt: number;

  @Column('integer')
  changedById: number;

  @Column('integer')
  version: number;
}
