import { type Ctx, may } from '#main/platform/ctx';
import type { Role } from '#shared/contract/common';
import { refuse } from '#shared/contract/refusals';
import { rolesThatMay } from '#shared/permissions';

/** The roles that a manager may create and edit; the others are for admins. */
const ROLES_BELOW_MANAGERS: readonly Role[] = ['storekeeper', 'cashier', 'customer'];

/** The roles whose accounts a person may see and manage besides their own. */
export function managedRoles(ctx: Ctx, all: readonly Role[]): readonly Role[] {
  if (may(ctx, 'manageRoles')) return all;
  return may(ctx, 'manageAccounts') ? ROLES_BELOW_MANAGERS : [];
}

/** Refuses managers what only admins may do: create or change admins and managers. */
export function assertManagesRole(ctx: Ctx, role: Role): void {
  if (may(ctx, 'manageRoles')) return;
  if (!ROLES_BELOW_MANAGERS.includes(role)) {
    throw refuse('NOT_PERMITTED', { rolesThatMay: rolesThatMay('manageRoles') });
  }
}
