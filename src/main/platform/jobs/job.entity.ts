import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A background job, and its file if it ended with one. */
@Entity('job')
@Index('job_account', ['accountId'])
@Check('ck_job_state', "state IN ('running','done','cancelled','failed')")
@Check('ck_job_ended', "(state = 'running') = (ended_at IS NULL)")
@Check('ck_job_refusal', "(state = 'failed') = (refusal IS NOT NULL)")
@Check(
  'ck_job_file',
  "(file_name IS NULL) = (file_bytes IS NULL) AND (media_type IS NULL) = (file_bytes IS NULL) AND (state = 'done' OR file_bytes IS NULL)",
)
export class JobEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @Column('integer') @ForeignKey('account') accountId: number;
  @Column('text') kind: string;
  @Column('text') label: string;
  @Column('text') state: string;
  /** The progress when it ended: while it runs, the progress is not stored. */
  @Column('integer') done: number;
  @Column('integer', { nullable: true }) total: number | null;
  @Column('integer') startedAt: number;
  @Column('integer', { nullable: true }) endedAt: number | null;
  /** The code and data of a refusal, as JSON. */
  @Column('text', { nullable: true }) refusal: string | null;
  /** Figures of the result by name, as JSON. */
  @Column('text') summary: string;
  /** Where a log check found the log broken, as JSON. */
  @Column('text') breaks: string;
  /** The name that its file is saved under; the file itself is named after the job. */
  @Column('text', { nullable: true }) fileName: string | null;
  @Column('text', { nullable: true }) mediaType: string | null;
  /** The size of its file, which tells a file that is missing or was cut off. */
  @Column('integer', { nullable: true }) fileBytes: number | null;
}
