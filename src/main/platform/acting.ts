import { permission } from '#shared/contract/common';
import type { CallName } from '#shared/contract/index';
import { permissionTable } from '#shared/permissions';
import type { Ctx } from './ctx';

type Actor = Ctx['account'];

/** Somebody as who fills a new store, without a session, with what their role may do by the table. */
export function actingAs(account: Actor, at: { tillId: number; call: CallName; now: number }): Ctx {
  const granted = permission.options.filter((one) => permissionTable[one][account.role] === 'yes');
  return {
    ...at,
    account,
    sessionId: 0,
    permissions: new Set(granted),
    withApproval: new Set(),
    approvedBy: null,
  };
}
