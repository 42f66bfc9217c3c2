import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { UuidColumn } from '#main/platform/database/uuid-column';

/** What the store takes as money. */
@Entity('tender')
@Index('tender_name', ['name'], { unique: true })
@Index('tender_kind', ['kind', 'position'], { unique: true })
export class TenderEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @UuidColumn() uuid: string;
  /** 'cash' or 'card': what it can do. */
  @Column('text') kind: string;
  @Column({ type: 'text', collation: 'NOCASE' }) name: string;
  /** Its place where tenders are listed; the first of a kind is taken where only the kind is known. */
  @Column('integer') position: number;
}
