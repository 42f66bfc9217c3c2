import type { Permission, Person, Role } from '#shared/contract/common';
import type { CallName } from '#shared/contract/index';
import { type RefusalData, refuse } from '#shared/contract/refusals';
import { rolesThatMay } from '#shared/permissions';

/** Who makes a call, where and when: the first argument of every service that acts for a person. */
export interface Ctx {
  readonly account: Person & { readonly role: Role };
  readonly sessionId: number;
  readonly tillId: number;
  readonly call: CallName;
  /** The window that made the call, so that it is not notified of its own change; null if it did not say. */
  readonly windowId: string | null;
  /** The moment of the call, UTC epoch milliseconds. */
  readonly now: number;
  /** What this person may do alone, and what with another person's approval. */
  readonly permissions: ReadonlySet<Permission>;
  readonly withApproval: ReadonlySet<Permission>;
  /** The person who approved this call on the spot; null if nobody did. */
  readonly approvedBy: Person | null;
}

/** Whether the person may do something without an approval. */
export function may(ctx: Ctx, permission: Permission): boolean {
  return ctx.permissions.has(permission);
}

/** Refuses what the person may not do. @throws NOT_PERMITTED with the roles that may. */
export function assertAllowed(ctx: Ctx, permission: Permission): void {
  if (!may(ctx, permission)) throw refuse('NOT_PERMITTED', { rolesThatMay: rolesThatMay(permission) });
}

/**
 * Refuses what the person may not do alone and nobody has approved.
 * @param shown what the approver sees
 * @throws APPROVAL_NEEDED, or NOT_PERMITTED for a role that may not do it with an approval either.
 */
export function assertApproved(
  ctx: Ctx,
  permission: Permission,
  shown: Pick<RefusalData<'APPROVAL_NEEDED'>, 'reduction'> = {},
): void {
  if (may(ctx, permission) || ctx.approvedBy !== null) return;
  if (!ctx.withApproval.has(permission)) assertAllowed(ctx, permission);
  const rolesThatDo = rolesThatMay(permission);
  throw refuse('APPROVAL_NEEDED', { rolesThatMay: rolesThatDo, permissions: [permission], ...shown });
}
