import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { UuidColumn } from '#main/platform/database/uuid-column';

/** A department or storeroom that holds stock. */
@Entity('location')
@Index('location_name', ['name'], { unique: true })
@Index('location_barcode', ['barcode'], { unique: true })
@Check('ck_location_kind', "kind IN ('department','storeroom')")
export class LocationEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @UuidColumn() uuid: string;
  @Column({ type: 'text', collation: 'NOCASE' }) name: string;
  @Column('text') kind: 'department' | 'storeroom';
  /** The barcode on its label, different from every product's barcode; null if it has none. */
  @Column('text', { nullable: true }) barcode: string | null;
  @Column('integer', { nullable: true }) closedAt: number | null;
  @Column('integer') createdAt: number;
  @Column('integer') @ForeignKey('account') createdById: number;
  @Column('integer') changedAt: number;
  @Column('integer') @ForeignKey('account') changedById: number;
  @Column('integer', { default: 1 }) version: number;
}
