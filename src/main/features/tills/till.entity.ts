import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { UuidColumn } from '#main/platform/database/uuid-column';

/** A till: its code is the prefix of its order numbers; goods it sells are taken from its location. */
@Entity('till')
@Index('till_code', ['code'], { unique: true })
@Index('till_location', ['locationId'])
export class TillEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @UuidColumn() uuid: string;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('integer') @ForeignKey('location') locationId: number;
  @Column('integer') @ForeignKey('drawer') drawerId: number;
  @Column('integer') createdAt: number;
}
