import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/**
 * The personal details of a log entry, which its chain covers only by a digest. A row never changes; erasing a person
 * deletes it together with its salt, and the chain stays intact.
 */
@Entity('log_personal')
export class LogPersonalEntity {
  @PrimaryColumn('integer') @ForeignKey('log_entry') entryId: number;
  @Column('blob') salt: Buffer;
  @Column('text', { nullable: true }) label: string | null;
  /** The personal fields of the entry's `before` and `after`, as JSON. */
  @Column('text', { nullable: true }) before: string | null;
  @Column('text', { nullable: true }) after: string | null;
}
