import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import { assertAllowed, type Ctx, may } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Tx } from '#main/platform/work/connections';
import type { ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import type { Task } from '#shared/contract/tasks';
import { dayOf } from '#shared/kernel/time';
import { type TaskFields, type TaskRow, taskReads, taskWrites } from './task.queries';
import { isOf, viewOf } from './task-view';

type Calls = ParsedInputs['tasks'];

interface Parts {
  settings: SettingsService;
  audit: StoreLog;
  changes: ChangeFeed;
}

/** Tasks that managers give to people and roles, and the responses to them. */
export class TaskService {
  readonly #parts: Parts;
  readonly #reads;
  readonly #writes;

  constructor(tx: Tx, parts: Parts) {
    this.#parts = parts;
    this.#reads = taskReads(tx);
    this.#writes = taskWrites(tx);
  }

  /** @throws TASK_INCOMPLETE when it would be unclear what to do, NOT_FOUND for a missing item it refers to. */
  create(ctx: Ctx, { assignee, ...input }: Calls['create']): Task {
    const fields = { ...input, ...assigneeOf(assignee) };
    this.#assertMakesSense(fields);
    const made = this.#writes.create.run({ ...fields, at: ctx.now, byId: ctx.account.id });
    return this.#changed(ctx, Number(made.lastInsertRowid), null);
  }

  /** @throws CHANGED_MEANWHILE, TASK_CLOSED, TASK_INCOMPLETE, NOT_FOUND */
  change(ctx: Ctx, { id, version, assignee, ...given }: Calls['change']): Task {
    const before = this.#openAt(id, version);
    const fields = {
      ...fieldsOf(before),
      ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
      ...(assignee && assigneeOf(assignee)),
    };
    // A category that was deleted since stays, with its name.
    this.#assertMakesSense(fields, { keptCategoryId: before.categoryId });
    const isOthersNow = fields.accountId !== before.accountId || fields.role !== before.role ? 1 : 0;
    this.#writes.change.run({ ...fields, id, isOthersNow, byId: ctx.account.id });
    return this.#changed(ctx, id, before);
  }

  /** Records who first saw their tasks; other people's tasks, closed ones and those seen before stay unchanged. */
  see(ctx: Ctx, { ids }: Calls['see']): void {
    const at = { at: ctx.now, byId: ctx.account.id };
    const seen = ids.filter((id) => {
      const row = this.#reads.task.get(id);
      return row?.state === 'open' && isOf(ctx, row) && this.#writes.see.run({ id, ...at }).changes > 0;
    });
    if (seen.length > 0) this.#parts.changes.publish('tasks');
  }

  /** @throws TASK_CLOSED with the person and time, CHANGED_MEANWHILE, TASK_OF_ANOTHER, NOT_FOUND */
  done(ctx: Ctx, { id, version, remark }: Calls['done']): Task {
    this.#assertTheirs(ctx, this.#find(ctx, id));
    const before = this.#openAt(id, version);
    const { id: accountId } = ctx.account;
    // A person who completes it without having opened the list has now seen it.
    if (isOf(ctx, before)) this.#writes.see.run({ id, at: ctx.now, byId: accountId });
    this.#writes.close.run({ id, state: 'done', at: ctx.now, accountId, remark });
    return this.#changed(ctx, id, before);
  }

  /** Reopens a task. @throws CHANGED_MEANWHILE, TASK_OF_ANOTHER, NOT_PERMITTED for a cancelled one, NOT_FOUND */
  undo(ctx: Ctx, { id, version }: Calls['undo']): Task {
    const before = this.#find(ctx, id);
    this.#assertTheirs(ctx, before);
    if (before.state === 'cancelled') assertAllowed(ctx, 'manageTasks');
    assertAt(before, version);
    if (before.state !== 'open') this.#writes.reopen.run({ id, accountId: ctx.account.id });
    return this.#changed(ctx, id, before);
  }

  /** @throws TASK_CLOSED, CHANGED_MEANWHILE, NOT_FOUND */
  cancel(ctx: Ctx, { id, version, remark = '' }: Calls['cancel']): Task {
    const before = this.#openAt(id, version);
    this.#writes.close.run({ id, state: 'cancelled', at: ctx.now, accountId: ctx.account.id, remark });
    return this.#changed(ctx, id, before);
  }

  /**
   * A task that the signed-in person may see: theirs, one they closed, or any if they manage tasks.
   * @throws TASK_OF_ANOTHER, NOT_FOUND
   */
  #find(ctx: Ctx, id: number): TaskRow {
    const row = this.#row(id);
    const wasTheirs = row.closedById === ctx.account.id;
    if (!(isOf(ctx, row) || wasTheirs || may(ctx, 'manageTasks'))) throw refuse('TASK_OF_ANOTHER', {});
    return row;
  }

  #row(id: number): TaskRow {
    const row = this.#reads.task.get(id);
    if (!row) throw refuse('NOT_FOUND', { what: 'task' });
    return row;
  }

  #assertTheirs(ctx: Ctx, row: TaskRow): void {
    if (!(isOf(ctx, row) || may(ctx, 'manageTasks'))) throw refuse('TASK_OF_ANOTHER', {});
  }

  #openAt(id: number, version: number): TaskRow {
    const row = this.#row(id);
    if (row.state !== 'open') {
      throw refuse('TASK_CLOSED', { state: row.state, by: row.closedByName ?? '', at: row.closedAt ?? 0 });
    }
    assertAt(row, version);
    return row;
  }

  /** The items that a task refers to must exist and be sufficient to know what to do. */
  #assertMakesSense(fields: TaskFields, { keptCategoryId }: { keptCategoryId?: number | null } = {}): void {
    const { kind, text, accountId, productId, categoryId, locationId, fromLocationId } = fields;
    const { exists } = this.#writes;
    const named = [
      ['account', accountId],
      ['product', productId],
      ['category', categoryId === keptCategoryId ? null : categoryId],
      ['location', locationId],
      ['location', fromLocationId],
    ] as const;
    for (const [what, id] of named) {
      if (id !== null && exists[what].get(id) === undefined) throw refuse('NOT_FOUND', { what });
    }
    const isClear = {
      count: locationId !== null,
      restock: productId !== null && locationId !== null && locationId !== fromLocationId,
      'check expiry': [productId, categoryId, locationId].some((id) => id !== null),
      other: text !== '',
    };
    if (!isClear[kind]) throw refuse('TASK_INCOMPLETE', { kind });
  }

  /** Records a change in the store log, notifies the windows and returns the current task. */
  #changed(ctx: Ctx, id: number, before: TaskRow | null): Task {
    const after = this.#row(id);
    this.#parts.audit.record(ctx, {
      entity: 'task',
      entityId: id,
      label: after.text || [after.kind, after.productName ?? after.locationName].filter(Boolean).join(': '),
      before: before && auditedOf(before),
      after: auditedOf(after),
    });
    const { timeZone } = this.#parts.settings.current;
    return viewOf(ctx, after, dayOf(ctx.now, timeZone));
  }
}

function assigneeOf(assignee: Calls['create']['assignee']): Pick<TaskFields, 'accountId' | 'role'> {
  return 'role' in assignee
    ? { accountId: null, role: assignee.role }
    : { accountId: assignee.accountId, role: null };
}

function assertAt(row: TaskRow, version: number): void {
  if (row.version !== version) {
    throw refuse('CHANGED_MEANWHILE', { what: row.text || row.kind, by: row.changedByName });
  }
}

function fieldsOf(row: TaskRow): TaskFields {
  const { kind, text, accountId, role, dueOn, productId, categoryId, locationId, fromLocationId } = row;
  return { kind, text, accountId, role, dueOn, productId, categoryId, locationId, fromLocationId };
}

function auditedOf(row: TaskRow) {
  const { kind, text, role, dueOn, state, remark } = row;
  return {
    kind,
    text,
    assignee: row.accountName ?? role,
    dueOn,
    product: row.productName,
    category: row.categoryName,
    location: row.locationName,
    from: row.fromLocationName,
    state,
    remark,
  };
}
