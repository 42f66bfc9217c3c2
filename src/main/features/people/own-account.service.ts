import type { Ctx } from '#main/platform/ctx';
import type { Inputs } from '#shared/contract/index';
import type { Account } from '#shared/contract/people';
import { type AccountService, changeProfileOf } from './account.service';
import { viewOf } from './account-view';
import type { HashedSecrets } from './new-secret.service';

/** The changes that everyone may make to their own account. */
export class OwnAccountService {
  readonly #accounts: AccountService;

  constructor(accounts: AccountService) {
    this.#accounts = accounts;
  }

  /** Changes the signed-in person's profile. @throws CHANGED_MEANWHILE and what is taken. */
  async changeProfile(ctx: Ctx, input: Inputs['people']['changeProfile']): Promise<Account> {
    const account = await this.#accounts.find(ctx.account.id);
    const before = { ...account };
    this.#accounts.assertVersion(account, input.version);
    changeProfileOf(account, input);
    await this.#accounts.keep(ctx, before, account);
    return viewOf(account);
  }

  /** Writes the signed-in person's new password or PIN, hashed. */
  async keepSecrets(ctx: Ctx, secrets: Partial<HashedSecrets>): Promise<Account> {
    const account = await this.#accounts.find(ctx.account.id);
    const before = { ...account };
    Object.assign(account, secrets);
    await this.#accounts.keep(ctx, before, account);
    return viewOf(account);
  }
}
