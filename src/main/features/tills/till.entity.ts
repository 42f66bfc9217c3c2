import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { UuidColumn } from '#main/platform/database/uuid-column';

/** A till; its code begins the numbers of its orders. */
@Entity('till')
@Index('till_code', ['code'], { unique: true })
export class TillEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @UuidColumn() uuid: string;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('integer') createdAt: number;
}
