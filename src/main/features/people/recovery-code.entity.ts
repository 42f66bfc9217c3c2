import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** The owner's recovery code; used once. */
@Entity('recovery_code')
export class RecoveryCodeEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @Column('text') codeHash: string;
  @Column('integer') madeAt: number;
  @Column('integer', { nullable: true }) usedAt: number | null;
}
