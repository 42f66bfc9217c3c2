import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { UuidColumn } from '#main/platform/database/uuid-column';

/** A till: its code begins the numbers of its orders, its location is where the goods are taken from that it sells. */
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
