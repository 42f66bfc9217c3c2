import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { UuidColumn } from '#main/platform/database/uuid-column';

/** A way in which orders come in. */
@Entity('sales_channel')
@Index('sales_channel_code', ['code'], { unique: true })
@Index('sales_channel_name', ['name'], { unique: true })
export class ChannelEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @UuidColumn() uuid: string;
  /** 'counter', 'phone'...; that of a store's own channel is random, since names change. */
  @Column({ type: 'text', collation: 'NOCASE' }) code: string;
  @Column({ type: 'text', collation: 'NOCASE' }) name: string;
  /** 1 for those that every store has. */
  @Column('integer', { default: 0 }) builtIn: number;
  @Column('integer', { default: 1 }) active: number;
  @Column('integer', { default: 1 }) version: number;
}
