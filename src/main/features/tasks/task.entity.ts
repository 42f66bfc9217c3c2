import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A task for a person or a role. */
@Entity('task')
@Index('task_open_person', ['accountId', 'dueOn'], { where: "state = 'open' AND account_id IS NOT NULL" })
@Index('task_open_role', ['role', 'dueOn'], { where: "state = 'open' AND role IS NOT NULL" })
@Index('task_closed', ['closedAt', 'id'], { where: "state <> 'open'" })
@Check('ck_task_kind', "kind IN ('count','restock','check expiry','other')")
@Check('ck_task_role', "role IN ('admin','manager','storekeeper','cashier','customer')")
@Check('ck_task_state', "state IN ('open','done','cancelled')")
@Check('ck_task_assignee', '(account_id IS NULL) <> (role IS NULL)')
@Check('ck_task_seen', '(seen_at IS NULL) = (seen_by_id IS NULL)')
@Check(
  'ck_task_closed',
  "(state = 'open') = (closed_at IS NULL) AND (closed_at IS NULL) = (closed_by_id IS NULL)",
)
export class TaskEntity {
  @PrimaryGeneratedColumn({ type: 'integer' }) id: number;
  @Column('text') kind: string;
  @Column('text', { default: '' }) text: string;
  @Column('integer', { nullable: true }) @ForeignKey('account') accountId: number | null;
  @Column('text', { nullable: true }) role: string | null;
  @Column('text', { nullable: true }) dueOn: string | null;
  @Column('integer', { nullable: true }) @ForeignKey('product', { onDelete: 'SET NULL' }) productId:
    | number
    | null;
  @Column('integer', { nullable: true }) @ForeignKey('category', { onDelete: 'SET NULL' }) categoryId:
    | number
    | null;
  @Column('integer', { nullable: true }) @ForeignKey('location', { onDelete: 'SET NULL' }) locationId:
    | number
    | null;
  @Column('integer', { nullable: true }) @ForeignKey('location', { onDelete: 'SET NULL' }) fromLocationId:
    | number
    | null;
  @Column('text', { default: 'open' }) state: string;
  @Column('integer', { nullable: true }) seenAt: number | null;
  @Column('integer', { nullable: true }) @ForeignKey('account') seenById: number | null;
  @Column('integer', { nullable: true }) closedAt: number | null;
  @Column('integer', { nullable: true }) @ForeignKey('account') closedById: number | null;
  @Column('text', { default: '' }) remark: string;
  @Column('integer') createdAt: number;
  @Column('integer') @ForeignKey('account') createdById: number;
  @Column('integer') @ForeignKey('account') changedById: number;
  @Column('integer', { default: 1 }) version: number;
}
