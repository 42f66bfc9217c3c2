import type { Ctx } from '#main/platform/ctx';
import type { Once } from '#main/platform/rpc/procedures';
import type { InUnit, OnReader, Reader } from '#main/platform/work/connections';
import type { Role } from '#shared/contract/common';
import type { Inputs } from '#shared/contract/index';
import type { Account } from '#shared/contract/people';
import { refuse } from '#shared/contract/refusals';
import type { AccountReads } from './account.queries';
import type { AccountFields, AccountService } from './account.service';
import { viewOf } from './account-view';
import { assertManagesRole } from './managed-roles';
import type { HashedSecrets, NewSecretService } from './new-secret.service';

interface Needs {
  committed: OnReader<AccountReads>;
  newSecrets: OnReader<NewSecretService>;
  accounts: InUnit<AccountService>;
}

/** The accounts of other people. Secrets are hashed before the unit of work that creates or changes an account. */
export class ManagedAccountService {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /**
   * Creates an account for another person.
   * @throws NOT_PERMITTED when a manager requests a role that only admins can give, USERNAME_TAKEN, EMAIL_TAKEN,
   * PERSON_NAME_TAKEN, PASSWORD_TOO_EASY, PIN_TOO_SHORT, PIN_TOO_EASY, TOO_MANY_TRIES.
   */
  async create(
    reader: Reader,
    ctx: Ctx,
    input: Inputs['people']['createAccount'],
    once: Once,
  ): Promise<Account> {
    const { accounts } = this.#needs;
    const newSecrets = this.#needs.newSecrets.on(reader);
    const { role, password, pin = null } = input;
    assertManagesRole(ctx, role);
    if (pin !== null) await newSecrets.countPinChoice(ctx);
    const secrets = await newSecrets.hashSecrets({ username: input.username, password, pin, role });
    const fields: AccountFields = {
      username: input.username,
      email: input.email ?? '',
      firstName: input.firstName,
      lastName: input.lastName ?? '',
      role,
      department: input.department ?? '',
    };
    return once(async (tx) => viewOf(await accounts.in(tx).insertFor(ctx, fields, secrets)));
  }

  /**
   * Changes another person's account.
   * @throws what `change` of `AccountService` throws; PASSWORD_TOO_EASY, PIN_TOO_SHORT, PIN_TOO_EASY, TOO_MANY_TRIES.
   */
  async change(
    reader: Reader,
    ctx: Ctx,
    input: Inputs['people']['changeAccount'],
    once: Once,
  ): Promise<Account> {
    const { committed, newSecrets, accounts } = this.#needs;
    const seen = committed.on(reader).byId(input.id);
    if (!seen || seen.deletedAt !== null) throw refuse('NOT_FOUND', { what: 'account' });
    assertManagesRole(ctx, seen.role);
    const secrets = await hashNew(newSecrets.on(reader), ctx, input, {
      username: input.username ?? seen.username,
      role: input.role ?? seen.role,
    });
    return once((tx) => accounts.in(tx).change(ctx, input, secrets));
  }
}

async function hashNew(
  newSecrets: NewSecretService,
  ctx: Ctx,
  { newPassword, newPin }: Inputs['people']['changeAccount'],
  { username, role }: { username: string; role: Role },
): Promise<Partial<HashedSecrets>> {
  const secrets: Partial<HashedSecrets> = {};
  if (newPassword !== undefined) {
    secrets.passwordHash = await newSecrets.hashPassword(newPassword, username);
  }
  if (newPin === undefined) return secrets;
  if (newPin !== null) await newSecrets.countPinChoice(ctx);
  return { ...secrets, ...(await newSecrets.hashPin(newPin, role)) };
}
