import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The response to an idempotency key, kept for a day. */
@Entity('call_answer')
export class CallAnswerEntity {
  @PrimaryColumn('text') key: string;
  @Column('integer', { nullable: true }) @ForeignKey('account') accountId: number | null;
  @Column('text') call: string;
  @Column('text') inputDigest: string;
  @Column('text') answer: string;
  @Column('integer') answeredAt: number;
}
