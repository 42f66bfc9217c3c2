import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A stretch of the log with one key: a store that lost its key starts another with a new key. Append-only. */
@Entity('log_segment')
export class LogSegmentEntity {
  @PrimaryColumn('integer') id: number;
  @Column('integer') firstEntryId: number;
  /** Tells whether a key is that of the segment, and gives nothing of it away. */
  @Column('text') keyCheck: string;
}
