import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A way in which orders come in. */
@Entity('sales_channel')
export class ChannelEntity {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  /** 'counter', 'phone'...; that of a store's own channel is random, since names change. */
  @Column('text')
  code: string;

  @Column('text')
  name: string;

  /** 1 for those that every store has. */
  @Column('integer')
  builtIn: number;

  @Column('integer')
  active: number;

  @Column('integer')
  version: number;
}
