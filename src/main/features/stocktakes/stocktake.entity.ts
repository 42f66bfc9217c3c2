import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { UuidColumn } from '#main/platform/database/uuid-column';

/** A count of a location, or of one category there. Its lines and counts are written by SQL statements only. */
@Entity('stocktake')
@Index('stocktake_number', ['number'], { unique: true, where: 'number IS NOT NULL' })
@Index('stocktake_location', ['locationId'])
@Index('stocktake_category', ['categoryId'], { where: 'category_id IS NOT NULL' })
@Check('ck_stocktake_uncounted', "uncounted IN ('leave','zero')")
@Check('ck_stocktake_number', "(state = 'posted') = (number IS NOT NULL)")
export class StocktakeEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @UuidColumn() uuid: string;
  @Column('text', { nullable: true }) number: string | null;
  @Column('text') state: 'counting' | 'review' | 'posted' | 'cancelled';
  @Column('integer') @ForeignKey('location') locationId: number;
  /** Null for the whole location. */
  @Column('integer', { nullable: true }) @ForeignKey('category', { onDelete: 'SET NULL' }) categoryId:
    | number
    | null;
  /** '' for the whole location. */
  @Column('text', { default: '' }) categoryName: string;
  @Column('text', { default: '' }) note: string;
  @Column('integer') blind: number;
  @Column('integer', { default: 0 }) lineCount: number;
  @Column('integer', { default: 0 }) countedCount: number;
  @Column('text', { nullable: true }) uncounted: 'leave' | 'zero' | null;
  @Column('integer') startedAt: number;
  @Column('integer') @ForeignKey('account') startedById: number;
  @Column('integer', { nullable: true }) reviewedAt: number | null;
  @Column('integer', { nullable: true }) @ForeignKey('account') reviewedById: number | null;
  @Column('integer', { nullable: true }) closedAt: number | null;
  @Column('integer', { nullable: true }) @ForeignKey('account') closedById: number | null;
  /** The time of the last count or change of state. */
  @Column('integer') changedAt: number;
  @Column('integer') @ForeignKey('account') changedById: number;
  @Column('integer', { default: 1 }) version: number;
}
