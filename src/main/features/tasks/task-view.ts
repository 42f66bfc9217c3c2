import type { Ctx } from '#main/platform/ctx';
import type { Task } from '#shared/contract/tasks';
import type { TaskRow, Whose } from './task.queries';

/**
 * A task as the signed-in person sees it.
 * @param today in the store's time zone, as YYYY-MM-DD
 */
export function viewOf(ctx: Ctx, row: TaskRow, today: string): Task {
  const { id, kind, text, role, dueOn, state, createdAt, seenAt, closedAt, remark, version } = row;
  return {
    id,
    kind,
    text,
    person: named(row.accountId, row.accountName),
    role,
    dueOn,
    overdue: state === 'open' && dueOn !== null && dueOn < today,
    product: named(row.productId, row.productName),
    category: named(row.categoryId, row.categoryName),
    location: named(row.locationId, row.locationName),
    fromLocation: named(row.fromLocationId, row.fromLocationName),
    state,
    createdAt,
    createdBy: { id: row.createdById, name: row.createdByName },
    seenAt,
    seenBy: named(row.seenById, row.seenByName),
    closedAt,
    closedBy: named(row.closedById, row.closedByName),
    remark,
    isMine: isOf(ctx, row),
    version,
  };
}

/** The signed-in person and their role, to look for their tasks. */
export function whoIs({ account }: Ctx): Whose {
  return { accountId: account.id, role: account.role };
}

/** Whether a task is assigned to the signed-in person or to their role. */
export function isOf({ account }: Ctx, row: Pick<TaskRow, 'accountId' | 'role'>): boolean {
  return row.accountId === account.id || row.role === account.role;
}

function named(id: number | null, name: string | null) {
  return id === null ? null : { id, name: name ?? '' };
}
