import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { UuidColumn } from '#main/platform/database/uuid-column';

/** Goods of one production, with their expiry date. */
@Entity('batch')
@Index('batch_number', ['productId', 'number'], { unique: true })
@Index('batch_by_number', ['number', 'productId'])
@Index('batch_expiry', ['expiresOn', 'productId'], { where: 'expires_on IS NOT NULL' })
export class BatchEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @UuidColumn() uuid: string;
  @Column('integer') @ForeignKey('product') productId: number;
  @Column('text') number: string;
  @Column('text', { nullable: true }) expiresOn: string | null;
  @Column('integer') createdAt: number;
  @Column('integer', { default: 1 }) version: number;
}
