import type { Ctx } from '#main/platform/ctx';
import type { Once } from '#main/platform/rpc/procedures';
import type { InUnit, OnReader, Reader } from '#main/platform/work/connections';
import type { Inputs } from '#shared/contract/index';
import type { Account } from '#shared/contract/people';
import { refuse } from '#shared/contract/refusals';
import type { AccountReads } from './account.queries';
import type { NewSecretService } from './new-secret.service';
import type { OwnAccountService } from './own-account.service';
import type { ProofService } from './proof.service';

interface Needs {
  proofs: OnReader<ProofService>;
  newSecrets: OnReader<NewSecretService>;
  committed: OnReader<AccountReads>;
  ownAccounts: InUnit<OwnAccountService>;
}

/** The signed-in person's password and PIN, which are hashed before the unit of work that writes them. */
export class OwnSecretService {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Sets a new password; requires the old one. @throws PASSWORD_WRONG, PASSWORD_TOO_EASY, TOO_MANY_TRIES. */
  async changePassword(
    reader: Reader,
    ctx: Ctx,
    input: Inputs['people']['changePassword'],
    once: Once,
  ): Promise<void> {
    const { committed, proofs, newSecrets, ownAccounts } = this.#needs;
    await proofs.on(reader).passwordOfSelf(ctx, input.password);
    const own = committed.on(reader).byId(ctx.account.id);
    if (!own) throw refuse('NOT_FOUND', { what: 'account' });
    const passwordHash = await newSecrets.on(reader).hashPassword(input.newPassword, own.username);
    await once(async (tx) => {
      await ownAccounts.in(tx).keepSecrets(ctx, { passwordHash });
      return {};
    });
  }

  /**
   * Sets or removes the signed-in person's PIN; requires the password.
   * @throws PASSWORD_WRONG, PIN_TOO_SHORT, PIN_TOO_EASY, TOO_MANY_TRIES.
   */
  async changePin(
    reader: Reader,
    ctx: Ctx,
    input: Inputs['people']['changePin'],
    once: Once,
  ): Promise<Account> {
    const { proofs, ownAccounts } = this.#needs;
    const newSecrets = this.#needs.newSecrets.on(reader);
    await proofs.on(reader).passwordOfSelf(ctx, input.password);
    if (input.pin !== null) await newSecrets.countPinChoice(ctx);
    const secrets = await newSecrets.hashPin(input.pin, ctx.account.role);
    return once((tx) => ownAccounts.in(tx).keepSecrets(ctx, secrets));
  }
}
