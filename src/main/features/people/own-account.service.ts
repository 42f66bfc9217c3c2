import type { Inputs } from '#shared/contract/index';
import type { Account } from '#shared/contract/people';
import type { Ctx } from '../../ctx';
import type { Database } from '../../database/database';
import { type AccountService, changeProfileOf, type HashedSecrets } from './account.service';
import { viewOf } from './account-view';
import type { SecretHasher } from './secret-hasher';
import type { SignInService } from './sign-in.service';

interface Needs {
  database: Database;
  hasher: SecretHasher;
  signIns: SignInService;
  accounts: AccountService;
}

/** What everyone may do with their own account. */
export class OwnAccountService {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Changes one's own profile, in the running unit of work; throws CHANGED_MEANWHILE and what is taken. */
  async changeProfile(ctx: Ctx, input: Inputs['people']['changeProfile']): Promise<Account> {
    const { accounts } = this.#needs;
    const account = await accounts.find(ctx.account.id);
    const before = { ...account };
    accounts.mustBeVersion(account, input.version);
    changeProfileOf(account, input);
    await accounts.keep(ctx, before, account);
    return viewOf(account);
  }

  /** Sets a new password, for the old one; throws PASSWORD_WRONG, TOO_MANY_TRIES. */
  async changePassword(ctx: Ctx, input: Inputs['people']['changePassword']): Promise<void> {
    await this.#needs.signIns.proveOneself(ctx, input.password);
    await this.#keepSecrets(ctx, { passwordHash: await this.#needs.hasher.hashPassword(input.newPassword) });
  }

  /** Sets or takes away one's own PIN, for the password; throws PASSWORD_WRONG, PIN_TAKEN, TOO_MANY_TRIES. */
  async changePin(ctx: Ctx, input: Inputs['people']['changePin']): Promise<Account> {
    await this.#needs.signIns.proveOneself(ctx, input.password);
    const pinHash = input.pin === null ? null : await this.#needs.hasher.hashPin(input.pin);
    await this.#needs.accounts.pinMustBeFree(ctx, pinHash, ctx.account.id);
    return this.#keepSecrets(ctx, { pinHash });
  }

  #keepSecrets(ctx: Ctx, secrets: Partial<HashedSecrets>): Promise<Account> {
    const { accounts, database } = this.#needs;
    return database.writes.run(async () => {
      const account = await accounts.find(ctx.account.id);
      const before = { ...account };
      Object.assign(account, secrets);
      await accounts.keep(ctx, before, account);
      return viewOf(account);
    });
  }
}
