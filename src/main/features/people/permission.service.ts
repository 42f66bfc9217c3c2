import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Tx } from '#main/platform/work/connections';
import type { Inputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import { approvablePermissions, changeablePermissions, permissionTable } from '#shared/permissions';
import type { GrantService } from './grant.service';
import type { SessionService } from './session.service';

interface Parts {
  grants: GrantService;
  sessions: SessionService;
  audit: StoreLog;
  changes: ChangeFeed;
}

/** The store's changes to the permission table for its storekeepers and cashiers. */
export class PermissionService {
  readonly #parts: Parts;
  readonly #set;
  readonly #unset;

  constructor(tx: Tx, parts: Parts) {
    this.#parts = parts;
    this.#set = tx.prepare<[string, string, string]>(
      `INSERT INTO role_permission (role, permission, grant_kind) VALUES (?, ?, ?)
       ON CONFLICT (role, permission) DO UPDATE SET grant_kind = excluded.grant_kind`,
    );
    this.#unset = tx.prepare<[string, string]>(
      'DELETE FROM role_permission WHERE role = ? AND permission = ?',
    );
  }

  /**
   * Widens or narrows one permission of a role; takes effect with the next call.
   * @throws INPUT_INVALID for a permission reserved to higher roles, and for an approval where none is possible.
   */
  change(ctx: Ctx, { role, permission: one, grant }: Inputs['people']['changePermission']): void {
    const { grants, sessions, audit, changes } = this.#parts;
    if (!changeablePermissions.includes(one)) throw invalid('permission', `${one} cannot be changed`);
    if (grant === 'approval' && !approvablePermissions.includes(one)) {
      throw invalid('grant', `${one} cannot be approved on the spot`);
    }
    const before = grants.grantsOf(role).get(one);
    if (grant === null) this.#unset.run(role, one);
    else this.#set.run(role, one, grant);
    audit.record(ctx, {
      entity: 'permission',
      entityId: null,
      label: `${role}: ${one}`,
      before: { grant: before },
      after: { grant: grant ?? permissionTable[one][role] },
    });
    sessions.forgetAll();
    changes.publish('session');
  }
}

function invalid(field: string, message: string) {
  return refuse('INPUT_INVALID', { issues: [{ field, message }] });
}
