import type { SettingsService } from '#main/features/settings/index';
import type { Ctx } from '#main/platform/ctx';
import type { Reader } from '#main/platform/work/connections';
import type { Person } from '#shared/contract/common';
import { refuse } from '#shared/contract/refusals';
import { HOUR_MS } from '#shared/kernel/time';
import type { AccountEntity } from './account.entity';
import { AccountReads } from './account.queries';
import { canSignIn, personOf } from './account-view';
import type { LiveSessionService } from './live-session.service';
import type { SecretHasher } from './secret-hasher';
import type { TryLimitService } from './try-limit.service';

interface Parts {
  settings: SettingsService;
  hasher: SecretHasher;
  sessions: LiveSessionService;
  tryLimit: TryLimitService;
}

/**
 * Verifies a person's identity by the PIN of a tile or by a password. A PIN alone identifies no one. Wrong names and
 * wrong passwords get the same refusal and take the same time.
 *
 * Wrong attempts are counted separately for: the PINs of one person at one till, whatever they are for; the sign-in
 * passwords of one person at one till; and the passwords given inside a session, so that no one else's wrong attempts
 * block the signed-in person.
 */
export class ProofService {
  readonly #parts: Parts;
  readonly #accounts: AccountReads;

  constructor(reader: Reader, parts: Parts) {
    this.#parts = parts;
    this.#accounts = new AccountReads(reader);
  }

  /** The person with this username or email and password. @throws SIGN_IN_WRONG, TOO_MANY_TRIES. */
  byLogin({ login, password }: { login: string; password: string }, tillId: number, now: number) {
    const known = this.#accounts.byLogin(login);
    const tried = {
      subject: known ? `password of ${known.id} at till ${tillId}` : `name ${login} at till ${tillId}`,
      device: `names at till ${tillId}`,
      account: known && personOf(known),
      call: 'people.signIn',
      now,
      isOpen: true,
      lifts: known ? [pinOf(known.id, tillId)] : [],
    };
    return this.#parts.tryLimit.attempt(tried, async (failed): Promise<AccountEntity> => {
      const isRight = await this.#parts.hasher.isPassword(known?.passwordHash, password);
      if (!(isRight && known && canSignIn(known))) throw refuse('SIGN_IN_WRONG', failed);
      return known;
    });
  }

  /** The people who currently have a tile at a till, by name. */
  withPinAt(tillId: number, now: number): Person[] {
    return this.#accounts.withPinAt(tillId, now - this.#pinMs, now + HOUR_MS);
  }

  /** Whether an account's PIN suffices at a till: its password was used there recently. */
  pinWorks(account: AccountEntity, tillId: number, now: number): boolean {
    return (
      account.pinHash !== null &&
      this.#parts.sessions.passwordUsedSince(account.id, tillId, now - this.#pinMs, now)
    );
  }

  /**
   * The person of a tile, verified by their PIN.
   * @throws PASSWORD_FIRST for anyone without a tile, whatever the PIN; SIGN_IN_WRONG, TOO_MANY_TRIES.
   */
  byTile({ accountId, pin }: { accountId: number; pin: string }, tillId: number, now: number) {
    const account = this.#accounts.byId(accountId);
    if (!(account && canSignIn(account) && this.pinWorks(account, tillId, now))) {
      throw refuse('PASSWORD_FIRST', {});
    }
    const tried = { ...this.#pinTry(account, tillId, now), call: 'people.signInByPin', isOpen: true };
    return this.#parts.tryLimit.attempt(tried, async (failed) => {
      if (!(await this.#parts.hasher.isPin(account.pinHash, pin))) throw refuse('SIGN_IN_WRONG', failed);
      return account;
    });
  }

  /**
   * Verifies the signed-in person by their own PIN or password.
   * @throws PASSWORD_FIRST when their PIN is not accepted here at the moment; SIGN_IN_WRONG, TOO_MANY_TRIES.
   */
  async ofSelf(ctx: Ctx, { pin, password = '' }: { pin?: string; password?: string }): Promise<void> {
    const { hasher, tryLimit } = this.#parts;
    const account = this.#accountOf(ctx);
    if (pin === undefined) {
      await tryLimit.attempt(this.#ownPasswordTry(ctx), async (failed) => {
        const isRight = await hasher.isPassword(account.passwordHash, password);
        if (!isRight) throw refuse('SIGN_IN_WRONG', failed);
      });
      return;
    }
    if (!this.pinWorks(account, ctx.tillId, ctx.now)) throw refuse('PASSWORD_FIRST', {});
    const tried = { ...this.#pinTry(account, ctx.tillId, ctx.now), call: ctx.call };
    await tryLimit.attempt(tried, async (failed) => {
      if (!(await hasher.isPin(account.pinHash, pin))) throw refuse('SIGN_IN_WRONG', failed);
    });
  }

  /**
   * Verifies the signed-in person's password before an action reserved to them. @throws PASSWORD_WRONG, TOO_MANY_TRIES.
   */
  async passwordOfSelf(ctx: Ctx, password: string): Promise<void> {
    const { passwordHash } = this.#accountOf(ctx);
    await this.#parts.tryLimit.attempt(this.#ownPasswordTry(ctx), async () => {
      const isRight = await this.#parts.hasher.isPassword(passwordHash, password);
      if (!isRight) throw refuse('PASSWORD_WRONG', {});
    });
  }

  /**
   * Verifies the PIN or password of another person, who approves for the signed-in person.
   * @throws APPROVAL_REFUSED, TOO_MANY_TRIES.
   */
  async ofApprover(
    approver: AccountEntity,
    secret: { pin?: string | undefined; password?: string | undefined },
    at: { tillId: number; askerId: number; now: number },
  ): Promise<void> {
    const { hasher, tryLimit } = this.#parts;
    const { pin, password = '' } = secret;
    const pinTry = this.#pinTry(approver, at.tillId, at.now);
    const passwordTry = {
      ...pinTry,
      subject: `password of ${approver.id} beside ${at.askerId}`,
      lifts: [pinTry.subject],
    };
    await tryLimit.attempt(
      { ...(pin === undefined ? passwordTry : pinTry), call: 'approval' },
      async (failed) => {
        const isRight =
          pin === undefined
            ? await hasher.isPassword(approver.passwordHash, password)
            : await hasher.isPin(approver.pinHash, pin);
        if (!isRight) throw refuse('APPROVAL_REFUSED', failed);
      },
    );
  }

  get #pinMs(): number {
    return this.#parts.settings.current.pinHours * HOUR_MS;
  }

  #pinTry(account: AccountEntity, tillId: number, now: number) {
    return { subject: pinOf(account.id, tillId), account: personOf(account), now };
  }

  #ownPasswordTry(ctx: Ctx) {
    return {
      subject: `password in session ${ctx.sessionId}`,
      account: ctx.account,
      call: ctx.call,
      now: ctx.now,
      lifts: [pinOf(ctx.account.id, ctx.tillId)],
    };
  }

  #accountOf(ctx: Ctx): AccountEntity {
    const account = this.#accounts.byId(ctx.account.id);
    if (!account) throw refuse('NOT_SIGNED_IN', {});
    return account;
  }
}

/** The subject under which a person's wrong PINs at a till are counted, whatever they are for. */
function pinOf(accountId: number, tillId: number): string {
  return `PIN of ${accountId} at till ${tillId}`;
}
