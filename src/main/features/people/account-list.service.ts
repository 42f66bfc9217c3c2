import { assertAllowed, type Ctx, may } from '#main/platform/ctx';
import type { Reader } from '#main/platform/work/connections';
import { type Person, roles } from '#shared/contract/common';
import type { Inputs, Outputs } from '#shared/contract/index';
import { AccountReads, accountList } from './account.queries';
import { viewOf } from './account-view';
import { managedRoles } from './managed-roles';

/** Accounts, limited to those that the signed-in person may see. */
export class AccountListService {
  readonly #accounts: AccountReads;
  readonly #list;

  constructor(reader: Reader) {
    this.#accounts = new AccountReads(reader);
    this.#list = accountList(reader);
  }

  /**
   * Accounts by name: admins see all, managers those below them, everyone else only their own. `deleted` lists the
   * deleted accounts instead, for admins.
   * @throws NOT_PERMITTED when anyone else requests the deleted accounts.
   */
  list(ctx: Ctx, input: Inputs['people']['listAccounts']): Outputs['people']['listAccounts'] {
    const { search = '', role, deleted = false, offset = 0, limit = 50 } = input;
    if (deleted) assertAllowed(ctx, 'manageRoles');
    const ofRole = (one: string) => role === undefined || one === role;
    const filter = {
      search,
      roles: managedRoles(ctx, roles).filter(ofRole),
      ownId: ofRole(ctx.account.role) ? ctx.account.id : null,
      deleted,
    };
    const { rows, ...total } = this.#list.page(filter, { offset, limit });
    return { rows: rows.map(viewOf), ...total };
  }

  /** Whether the signed-in person is the only admin who can sign in. */
  isLastAdmin({ account }: Ctx): boolean {
    return account.role === 'admin' && !this.#accounts.hasOtherAdmin(account.id);
  }

  /** The people who work here, by name; for admins also those whose account was deleted. */
  people(ctx: Ctx): Person[] {
    return this.#accounts.people(may(ctx, 'manageRoles'));
  }
}
