import type { AuditService } from '#main/features/audit/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { Database } from '#main/platform/database/database';
import { permission, roles } from '#shared/contract/common';
import type { Inputs, Outputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import {
  approvablePermissions,
  changeablePermissions,
  changeableRoles,
  permissionTable,
} from '#shared/permissions';
import type { SessionService } from './session.service';

interface Needs {
  database: Database;
  sessions: SessionService;
  audit: AuditService;
  changes: ChangeFeed;
}

/** What the store makes of the permission table for its storekeepers and cashiers. */
export class PermissionService {
  readonly #needs: Needs;
  readonly #set;
  readonly #unset;

  constructor(needs: Needs) {
    this.#needs = needs;
    const { handle } = needs.database;
    this.#set = handle.prepare<[string, string, string]>(
      `INSERT INTO role_permission (role, permission, grant_kind) VALUES (?, ?, ?)
       ON CONFLICT (role, permission) DO UPDATE SET grant_kind = excluded.grant_kind`,
    );
    this.#unset = handle.prepare<[string, string]>(
      'DELETE FROM role_permission WHERE role = ? AND permission = ?',
    );
  }

  /** The table's grants and what they are here, for every role and permission. */
  list(): Outputs['people']['permissions'] {
    return roles.flatMap((role) => {
      const grants = this.#needs.sessions.grantsOf(role);
      const roleChanges = (changeableRoles as readonly string[]).includes(role);
      return permission.options.map((one) => ({
        role,
        permission: one,
        byDefault: permissionTable[one][role],
        now: grants.get(one) ?? 'no',
        changeable: roleChanges && changeablePermissions.includes(one),
      }));
    });
  }

  /**
   * Widens or narrows one permission of a role, in the running unit of work, from the next call on.
   * @throws INPUT_INVALID for a permission that stays with those above, and for an approval on what has none.
   */
  change(ctx: Ctx, { role, permission: one, grant }: Inputs['people']['changePermission']): void {
    const { audit, changes, sessions } = this.#needs;
    if (!changeablePermissions.includes(one)) throw invalid('permission', `${one} cannot be changed`);
    if (grant === 'approval' && !approvablePermissions.includes(one)) {
      throw invalid('grant', `${one} cannot be approved on the spot`);
    }
    const before = sessions.grantsOf(role).get(one);
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
    changes.publish('people', 'session');
  }
}

function invalid(field: string, message: string) {
  return refuse('INPUT_INVALID', { issues: [{ field, message }] });
}
