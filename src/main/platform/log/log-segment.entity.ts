import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A part of the log with one key; a store that lost its key starts a new segment with a new key. Append-only. */
@Entity('log_segment')
export class LogSegmentEntity {
  @PrimaryColumn('integer') id: number;
  @Column('integer') firstEntryId: number;
  /** Identifies the key of the segment without revealing anything about it. */
  @Column('text') keyCheck: string;
}
