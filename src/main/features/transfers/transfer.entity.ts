import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { UuidColumn } from '#main/platform/database/uuid-column';

/** Goods moved from one location to another: a draft, or posted. */
@Entity('transfer')
@Index('transfer_number', ['number'], { unique: true, where: 'number IS NOT NULL' })
@Index('transfer_time', { synchronize: false })
@Index('transfer_from', ['fromLocationId'])
@Index('transfer_to', ['toLocationId'])
@Check('ck_transfer_number', "(state = 'posted') = (number IS NOT NULL)")
@Check('ck_transfer_posted', "(state = 'posted') = (posted_at IS NOT NULL AND posted_by_id IS NOT NULL)")
@Check('ck_transfer_locations', 'from_location_id <> to_location_id')
export class TransferEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @UuidColumn() uuid: string;
  @Column('text', { default: 'draft' }) state: string;
  @Column('text', { nullable: true }) number: string | null;
  @Column('integer') @ForeignKey('location') fromLocationId: number;
  @Column('integer') @ForeignKey('location') toLocationId: number;
  @Column('text', { default: '' }) note: string;
  @Column('integer') createdAt: number;
  @Column('integer') @ForeignKey('account') createdById: number;
  @Column('integer') @ForeignKey('account') changedById: number;
  @Column('integer', { nullable: true }) postedAt: number | null;
  @Column('integer', { nullable: true }) @ForeignKey('account') postedById: number | null;
  @Column('integer', { default: 1 }) version: number;
}
