import { permission } from '#shared/contract/common';
import type { CallName } from '#shared/contract/index';
import { permissionTable } from '#shared/permissions';
import type { Ctx } from './ctx';

type Actor = Ctx['account'];

/** The context of a person who fills a new store: without a session, with the default permissions of their role. */
export function actingAs(account: Actor, at: { tillId: number; call: CallName; now: number }): Ctx {
  const granted = permission.options.filter((one) => permissionTable[one][account.role] === 'yes');
  return {
    ...at,
    account,
    sessionId: 0,
    permissions: new Set(granted),
    withApproval: new Set(),
    approvedBy: null,
    windowId: null,
  };
}
