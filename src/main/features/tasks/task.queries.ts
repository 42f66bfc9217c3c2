import { mentions } from '#main/platform/database/folded-sql';
import { nameOf } from '#main/platform/database/person-name';
import { isOneOf, ListQuery, namedValues } from '#main/platform/lists/list-query';
import { PRODUCTS_FOUND, searchValues } from '#main/platform/lists/search-sql';
import type { Connection, Reader, Tx } from '#main/platform/work/connections';
import type { Role } from '#shared/contract/common';
import type { TaskKind, TaskState } from '#shared/contract/tasks';

/** A task as stored, with the names it refers to. */
export interface TaskRow {
  id: number;
  kind: TaskKind;
  text: string;
  accountId: number | null;
  accountName: string | null;
  role: Role | null;
  dueOn: string | null;
  productId: number | null;
  productName: string | null;
  categoryId: number | null;
  categoryName: string | null;
  locationId: number | null;
  locationName: string | null;
  fromLocationId: number | null;
  fromLocationName: string | null;
  state: TaskState;
  createdAt: number;
  createdById: number;
  createdByName: string;
  changedByName: string;
  seenAt: number | null;
  seenById: number | null;
  seenByName: string | null;
  closedAt: number | null;
  closedById: number | null;
  closedByName: string | null;
  remark: string;
  version: number;
}

/** The fields of a task that its author sets. */
export type TaskFields = Pick<
  TaskRow,
  | 'kind'
  | 'text'
  | 'accountId'
  | 'role'
  | 'dueOn'
  | 'productId'
  | 'categoryId'
  | 'locationId'
  | 'fromLocationId'
>;

/** An assignee: tasks assigned to this person or to their role. */
export interface Whose {
  accountId: number;
  role: Role;
}

interface TaskFilter {
  states: readonly TaskState[];
  /** Null for everyone's tasks. */
  whose: Whose | null;
  search: string;
}

const nameOfId = (column: string) => `(SELECT ${nameOf('a')} FROM account a WHERE a.id = t.${column})`;

const TASK = `SELECT t.id, t.kind, t.text, t.account_id AS accountId, ${nameOfId('account_id')} AS accountName, t.role,
  t.due_on AS dueOn, t.product_id AS productId, p.name AS productName, t.category_id AS categoryId,
  c.name AS categoryName, t.location_id AS locationId, l.name AS locationName,
  t.from_location_id AS fromLocationId, f.name AS fromLocationName, t.state, t.created_at AS createdAt,
  t.created_by_id AS createdById, ${nameOfId('created_by_id')} AS createdByName,
  ${nameOfId('changed_by_id')} AS changedByName, t.seen_at AS seenAt, t.seen_by_id AS seenById,
  ${nameOfId('seen_by_id')} AS seenByName, t.closed_at AS closedAt, t.closed_by_id AS closedById,
  ${nameOfId('closed_by_id')} AS closedByName, t.remark, t.version
  FROM task t LEFT JOIN product p ON p.id = t.product_id LEFT JOIN category c ON c.id = t.category_id
  LEFT JOIN location l ON l.id = t.location_id LEFT JOIN location f ON f.id = t.from_location_id`;

// SQLite uses the indexes of open and of closed tasks only for a condition that it can compare with theirs, and on each
// side of an OR.
const IS_OPEN = `t.state = 'open'`;
const IS_CLOSED = `t.state <> 'open'`;
const IS_THEIRS = '(t.account_id = @accountId OR t.role = @role)';
const IS_OPEN_AND_THEIRS = `(${IS_OPEN} AND t.account_id = @accountId OR ${IS_OPEN} AND t.role = @role)`;

const onlyOpen = (states: readonly TaskState[]) => states.every((state) => state === 'open');
const onlyClosed = (states: readonly TaskState[]) => !states.includes('open');

const MENTIONS = `(${mentions('t.text')} OR ${mentions('t.remark')}
  OR t.product_id IN (${PRODUCTS_FOUND})
  OR t.category_id IN (SELECT id FROM category WHERE ${mentions('name')})
  OR t.location_id IN (SELECT id FROM location WHERE ${mentions('name')})
  OR t.account_id IN (SELECT a.id FROM account a WHERE ${mentions(nameOf('a'))}))`;

/** Read access to tasks. */
export function taskReads(connection: Connection) {
  return {
    task: connection.prepare<[number], TaskRow>(`${TASK} WHERE t.id = ?`),
    count: connection.prepare<[Whose & { today: string }], { open: number; overdue: number; unseen: number }>(
      `SELECT count(*) AS open, COALESCE(SUM(t.due_on < @today), 0) AS overdue,
         COALESCE(SUM(t.seen_at IS NULL), 0) AS unseen
       FROM task t WHERE ${IS_OPEN_AND_THEIRS}`,
    ),
    assignees: connection.prepare<[], { id: number; name: string; role: Role }>(
      `SELECT a.id, ${nameOf('a')} AS name, a.role FROM account a
       WHERE a.role <> 'customer' AND a.active = 1 AND a.deleted_at IS NULL ORDER BY name COLLATE NOCASE, a.id`,
    ),
  };
}

/** Open tasks by day, those without a day last; then closed ones, newest first. */
export function taskList(reader: Reader): ListQuery<TaskFilter, TaskRow> {
  return new ListQuery(reader, {
    select: TASK,
    from: 'FROM task t',
    order: ({ states }) =>
      onlyClosed(states)
        ? 't.closed_at DESC, t.id DESC'
        : 't.closed_at DESC NULLS FIRST, t.due_on IS NULL, t.due_on, t.id',
    conditions: ({ states, whose, search }) => [
      isOneOf('t.state', states) || 'FALSE',
      onlyClosed(states) && IS_CLOSED,
      whose !== null && (onlyOpen(states) ? IS_OPEN_AND_THEIRS : IS_THEIRS),
      search !== '' && MENTIONS,
    ],
    values: ({ states, whose, search }) => ({ ...whose, ...namedValues(states), ...searchValues(search) }),
  });
}

interface Closing {
  id: number;
  state: Exclude<TaskState, 'open'>;
  at: number;
  accountId: number;
  remark: string;
}

/** The statements that change tasks, and the lookups they need. */
export function taskWrites(tx: Tx) {
  return {
    exists: {
      account: tx
        .prepare<[number], 1>(
          `SELECT 1 FROM account WHERE id = ? AND role <> 'customer' AND active = 1 AND deleted_at IS NULL`,
        )
        .pluck(),
      product: tx.prepare<[number], 1>('SELECT 1 FROM product WHERE id = ?').pluck(),
      category: tx.prepare<[number], 1>('SELECT 1 FROM category WHERE id = ? AND deleted_at IS NULL').pluck(),
      location: tx.prepare<[number], 1>('SELECT 1 FROM location WHERE id = ?').pluck(),
    },
    create: tx.prepare<[TaskFields & { at: number; byId: number }]>(
      `INSERT INTO task (kind, text, account_id, role, due_on, product_id, category_id, location_id,
         from_location_id, created_at, created_by_id, changed_by_id)
       VALUES (@kind, @text, @accountId, @role, @dueOn, @productId, @categoryId, @locationId,
         @fromLocationId, @at, @byId, @byId)`,
    ),
    /** Changes a task; a new assignee has not seen it yet, so the seen mark is cleared. */
    change: tx.prepare<[TaskFields & { id: number; isOthersNow: 0 | 1; byId: number }]>(
      `UPDATE task SET text = @text, account_id = @accountId, role = @role, due_on = @dueOn,
         product_id = @productId, category_id = @categoryId, location_id = @locationId,
         from_location_id = @fromLocationId, changed_by_id = @byId, version = version + 1,
         seen_at = CASE WHEN @isOthersNow = 1 THEN NULL ELSE seen_at END,
         seen_by_id = CASE WHEN @isOthersNow = 1 THEN NULL ELSE seen_by_id END
       WHERE id = @id`,
    ),
    /** Only the first person who saw it is recorded. */
    see: tx.prepare<[{ id: number; at: number; byId: number }]>(
      'UPDATE task SET seen_at = @at, seen_by_id = @byId WHERE id = @id AND seen_at IS NULL',
    ),
    close: tx.prepare<[Closing]>(
      `UPDATE task SET state = @state, closed_at = @at, closed_by_id = @accountId, changed_by_id = @accountId,
         remark = @remark, version = version + 1 WHERE id = @id`,
    ),
    reopen: tx.prepare<[{ id: number; accountId: number }]>(
      `UPDATE task SET state = 'open', closed_at = NULL, closed_by_id = NULL, changed_by_id = @accountId,
         remark = '', version = version + 1 WHERE id = @id`,
    ),
  };
}
