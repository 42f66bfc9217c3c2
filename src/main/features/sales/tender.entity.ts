import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { UuidColumn } from '#main/platform/database/uuid-column';

/** A means of payment that the store accepts. */
@Entity('tender')
@Index('tender_name', ['name'], { unique: true })
@Index('tender_kind', ['kind', 'position'], { unique: true })
export class TenderEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @UuidColumn() uuid: string;
  /** 'cash' or 'card'; decides how it behaves. */
  @Column('text') kind: string;
  @Column({ type: 'text', collation: 'NOCASE' }) name: string;
  /** Its position in lists; the first of a kind is used where only the kind is known. */
  @Column('integer') position: number;
}
