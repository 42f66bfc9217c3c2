import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { UuidColumn } from '#main/platform/database/uuid-column';

/** A person or company that buys, delivers or both. Parties are never removed: orders and products refer to them. */
@Entity('party')
@Index('party_supplier_name', ['name'], { unique: true, where: 'is_supplier = 1 AND deleted_at IS NULL' })
export class PartyEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @UuidColumn() uuid: string;
  @Column({ type: 'text', collation: 'NOCASE' }) name: string;
  @Column('text', { default: '' }) email: string;
  /** 1 for a customer, else 0. */
  @Column('integer', { default: 0 }) isCustomer: number;
  /** 1 for a supplier, else 0. */
  @Column('integer', { default: 0 }) isSupplier: number;
  @Column('integer') createdAt: number;
  /** When it was deactivated; existing references to it remain. */
  @Column('integer', { nullable: true }) deletedAt: number | null;
  @Column('integer', { default: 1 }) version: number;
}
