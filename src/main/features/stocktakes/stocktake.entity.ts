import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A count of a location, or of a category there. Its lines and counts are written by statements alone. */
@Entity('stocktake')
export class StocktakeEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column('text', { nullable: true })
  number: string | null;

  @Column('text')
  state: 'counting' | 'review' | 'posted' | 'cancelled';

  @Column('integer')
  locationId: number;

  /** Null for the whole location. */
  @Column('integer', { nullable: true })
  categoryId: number | null;

  /** '' for the whole location. */
  @Column('text')
  categoryName: string;

  @Column('text')
  note: string;

  @Column('integer')
  blind: number;

  @Column('integer')
  lineCount: number;

  @Column('integer')
  countedCount: number;

  @Column('text', { nullable: true })
  uncounted: 'leave' | 'zero' | null;

  @Column('integer')
  begunAt: number;

  @Column('integer')
  begunById: number;

  @Column('integer', { nullable: true })
  reviewedAt: number | null;

  @Column('integer', { nullable: true })
  reviewedById: number | null;

  @Column('integer', { nullable: true })
  closedAt: number | null;

  @Column('integer', { nullable: true })
  closedById: number | null;

  /** The last count, or step of its life. */
  @Column('integer')
  changedAt: number;

  @Column('integer')
  changedById: number;

  @Column('integer')
  version: number;
}
