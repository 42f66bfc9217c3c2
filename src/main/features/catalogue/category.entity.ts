import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Category } from '#shared/contract/catalogue';

/** A category; a root has no parent. A deleted one is hidden, so that sold lines and reports keep its name. */
@Entity('category')
export class CategoryEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @Column('integer', { nullable: true }) parentId: number | null;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('text') description: string;
  @Column('text') status: Category['status'];
  @Column('integer') createdAt: number;
  @Column('integer') createdById: number;
  @Column('integer') changedAt: number;
  @Column('integer') changedById: number;
  @Column('integer') version: number;
  @Column('integer', { nullable: true }) deletedAt: number | null;
}
