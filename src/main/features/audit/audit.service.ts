import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { Tx } from '#main/platform/work/connections';

/** What changed, for the audit trail. Secrets never go in: leave them out of `before` and `after`. */
export interface Change {
  entity: string;
  entityId: number | null;
  label: string;
  before?: object | null;
  after?: object | null;
}

/** Writes the audit trail, in the unit of work of the change itself. */
export class AuditService {
  readonly #insert;
  readonly #changes: ChangeFeed;

  constructor(tx: Tx, changes: ChangeFeed) {
    this.#changes = changes;
    this.#insert = tx.prepare<
      [
        number,
        number | null,
        number | null,
        number | null,
        string,
        string,
        number | null,
        string,
        string | null,
        string | null,
      ]
    >(
      `INSERT INTO audit_entry (at, account_id, approved_by_id, till_id, action, entity, entity_id, label, before, after)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
  }

  /** Keeps who changed what; before and after hold only the fields that differ, where both are given. */
  record(ctx: Ctx, change: Change): void {
    const { before, after } = differing(change.before ?? null, change.after ?? null);
    this.#insert.run(
      ctx.now,
      ctx.account.id,
      ctx.approvedBy?.id ?? null,
      ctx.tillId,
      ctx.call,
      change.entity,
      change.entityId,
      change.label,
      before && JSON.stringify(before),
      after && JSON.stringify(after),
    );
    this.#changes.publish('audit');
  }

  /** Keeps something that happened with nobody signed in, like a failed sign-in. */
  recordUnsigned(now: number, action: string, change: Change): void {
    const after = change.after ? JSON.stringify(change.after) : null;
    this.#insert.run(
      now,
      null,
      null,
      null,
      action,
      change.entity,
      change.entityId,
      change.label,
      null,
      after,
    );
    this.#changes.publish('audit');
  }
}

/** Leaves out of both what is the same in both. */
function differing(
  before: object | null,
  after: object | null,
): { before: object | null; after: object | null } {
  if (!(before && after)) return { before, after };
  const changed = Object.keys({ ...before, ...after }).filter(
    (key) => JSON.stringify(before[key as never]) !== JSON.stringify(after[key as never]),
  );
  const pick = (from: object) => Object.fromEntries(changed.map((key) => [key, from[key as never]]));
  return { before: pick(before), after: pick(after) };
}
