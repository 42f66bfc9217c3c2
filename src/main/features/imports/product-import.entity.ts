import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** An import of products and its result. */
@Entity('product_import')
@Index('product_import_running', ['state'], { unique: true, where: "state = 'running'" })
@Check('ck_product_import_state', "state IN ('running','done','cancelled','failed','interrupted')")
export class ProductImportEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @Column('text') fileName: string;
  @Column('text') headings: string;
  @Column('text') state: string;
  @Column('integer') startedAt: number;
  @Column('integer') @ForeignKey('account') accountId: number;
  @Column('integer', { default: 0 }) created: number;
  @Column('integer', { default: 0 }) updated: number;
  @Column('integer', { default: 0 }) unchanged: number;
  @Column('integer', { default: 0 }) skipped: number;
  @Column('integer', { default: 0 }) refused: number;
  @Column('text', { default: '[]' }) refusedFor: string;
}
