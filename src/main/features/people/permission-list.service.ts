import { permission, roles } from '#shared/contract/common';
import type { Outputs } from '#shared/contract/index';
import { changeablePermissions, changeableRoles, permissionTable } from '#shared/permissions';
import type { GrantService } from './grant.service';

/** The permission table of the store, for a window. */
export class PermissionListService {
  readonly #grants: GrantService;

  constructor(grants: GrantService) {
    this.#grants = grants;
  }

  /** The default grants and the store's grants, for every role and permission. */
  list(): Outputs['people']['permissions'] {
    return roles.flatMap((role) => {
      const grants = this.#grants.grantsOf(role);
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
}
