import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { UuidColumn } from '#main/platform/database/uuid-column';

/** A cash drawer. */
@Entity('drawer')
@Index('drawer_name', ['name'], { unique: true })
export class DrawerEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @UuidColumn() uuid: string;
  @Column({ type: 'text', collation: 'NOCASE' }) name: string;
  @Column('integer') createdAt: number;
}
