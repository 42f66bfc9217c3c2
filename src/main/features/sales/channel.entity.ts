import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { UuidColumn } from '#main/platform/database/uuid-column';

/** A sales channel: a route by which orders arrive. */
@Entity('sales_channel')
@Index('sales_channel_code', ['code'], { unique: true })
@Index('sales_channel_name', ['name'], { unique: true })
export class ChannelEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @UuidColumn() uuid: string;
  /** 'counter', 'phone'...; random for a channel that the store created, since names change. */
  @Column({ type: 'text', collation: 'NOCASE' }) code: string;
  @Column({ type: 'text', collation: 'NOCASE' }) name: string;
  /** 1 for the channels that every store has. */
  @Column('integer', { default: 0 }) builtIn: number;
  @Column('integer', { default: 1 }) active: number;
  @Column('integer', { default: 1 }) version: number;
}
