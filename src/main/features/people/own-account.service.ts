import type { Ctx } from '#main/platform/ctx';
import type { Once } from '#main/platform/rpc/procedures';
import type { Inputs } from '#shared/contract/index';
import type { Account } from '#shared/contract/people';
import { type AccountService, changeProfileOf, type HashedSecrets } from './account.service';
import { viewOf } from './account-view';
import type { ProofService } from './proof.service';
import type { SecretHasher } from './secret-hasher';

interface Needs {
  hasher: SecretHasher;
  proofs: ProofService;
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
    accounts.assertVersion(account, input.version);
    changeProfileOf(account, input);
    await accounts.keep(ctx, before, account);
    return viewOf(account);
  }

  /** Sets a new password, for the old one. @throws PASSWORD_WRONG, TOO_MANY_TRIES. */
  async changePassword(ctx: Ctx, input: Inputs['people']['changePassword'], once: Once): Promise<void> {
    await this.#needs.proofs.passwordOfSelf(ctx, input.password);
    const passwordHash = await this.#needs.hasher.hashPassword(input.newPassword);
    await once(async () => {
      await this.#keepSecrets(ctx, { passwordHash });
      return {};
    });
  }

  /**
   * Sets or removes one's own PIN, for the password.
   * @throws PASSWORD_WRONG, PIN_TOO_SHORT, PIN_TOO_EASY, TOO_MANY_TRIES.
   */
  async changePin(ctx: Ctx, input: Inputs['people']['changePin'], once: Once): Promise<Account> {
    const { accounts, proofs } = this.#needs;
    await proofs.passwordOfSelf(ctx, input.password);
    if (input.pin !== null) await accounts.countPinChoice(ctx);
    const secrets = await accounts.hashPin(input.pin, ctx.account.role);
    return once(() => this.#keepSecrets(ctx, secrets));
  }

  async #keepSecrets(ctx: Ctx, secrets: Partial<HashedSecrets>): Promise<Account> {
    const account = await this.#needs.accounts.find(ctx.account.id);
    const before = { ...account };
    Object.assign(account, secrets);
    await this.#needs.accounts.keep(ctx, before, account);
    return viewOf(account);
  }
}
