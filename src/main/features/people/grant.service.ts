import type { Connection } from '#main/platform/work/connections';
import type { Permission, Role } from '#shared/contract/common';
import { permission } from '#shared/contract/common';
import { type Grant, permissionTable } from '#shared/permissions';

/** What each role may do in this store. */
export class GrantService {
  readonly #changed;

  constructor(connection: Connection) {
    this.#changed = connection.prepare<[string], { permission: Permission; grant_kind: Grant }>(
      'SELECT permission, grant_kind FROM role_permission WHERE role = ?',
    );
  }

  /** The grants of a role in this store: those of the permission table, with the store's changes applied. */
  grantsOf(role: Role): Map<Permission, Grant> {
    const grants = new Map<Permission, Grant>(
      permission.options.map((one) => [one, permissionTable[one][role]]),
    );
    for (const { permission: one, grant_kind } of this.#changed.all(role)) grants.set(one, grant_kind);
    return grants;
  }
}
