import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { UuidColumn } from '#main/platform/database/uuid-column';
import type { Category } from '#shared/contract/catalogue';

/** A category; a root has no parent. A deleted one is hidden, so that sold lines and reports keep its name. */
@Entity('category')
@Index('category_code', ['code'], { unique: true, where: 'deleted_at IS NULL' })
@Index('category_sibling_name', { synchronize: false })
@Index('category_parent', ['parentId'])
@Check('ck_category_status', "status IN ('active','inactive')")
export class CategoryEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @UuidColumn() uuid: string;
  @Column('integer', { nullable: true }) @ForeignKey('category') parentId: number | null;
  @Column({ type: 'text', collation: 'NOCASE' }) code: string;
  @Column({ type: 'text', collation: 'NOCASE' }) name: string;
  @Column('text', { default: '' }) description: string;
  @Column('text', { default: 'active' }) status: Category['status'];
  @Column('integer') createdAt: number;
  @Column('integer') @ForeignKey('account') createdById: number;
  @Column('integer') changedAt: number;
  @Column('integer') @ForeignKey('account') changedById: number;
  @Column('integer', { default: 1 }) version: number;
  @Column('integer', { nullable: true }) deletedAt: number | null;
}
