import type { Account } from '#shared/contract/people';
import type { AccountEntity } from './account.entity';

/** An account as the window sees it, without its secrets. */
export function viewOf(account: AccountEntity): Account {
  return {
    id: account.id,
    username: account.username,
    email: account.email ?? '',
    firstName: account.firstName,
    lastName: account.lastName,
    role: account.role,
    department: account.department,
    hasPin: account.pinHash !== null,
    active: account.active === 1,
    deletedAt: account.deletedAt,
    createdAt: account.createdAt,
    version: account.version,
  };
}

/** What the audit trail keeps of an account: all that can change, and that a secret changed, not which. */
export function auditedOf(account: AccountEntity): object {
  const { id, createdAt, version, ...audited } = viewOf(account);
  return audited;
}

/** A person's name as it is shown. */
export function nameOf(account: { firstName: string; lastName: string }): string {
  return `${account.firstName} ${account.lastName}`.trim();
}
