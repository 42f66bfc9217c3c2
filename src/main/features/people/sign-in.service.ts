import { permission } from '#shared/contract/common';
import type { Inputs, Outputs } from '#shared/contract/index';
import type { SignedIn } from '#shared/contract/people';
import { refuse } from '#shared/contract/refusals';
import { dayOf, startOfDay } from '#shared/kernel/time';
import type { Ctx } from '../../ctx';
import type { Database } from '../../database/database';
import type { LiveSession } from '../../rpc/procedures';
import type { AuditService } from '../audit/audit.service';
import type { SettingsService } from '../stores/settings.service';
import type { AccountEntity } from './account.entity';
import { AccountQueries } from './account.queries';
import { nameOf, viewOf } from './account-view';
import type { SecretHasher } from './secret-hasher';
import type { SessionMethod, SessionService } from './session.service';
import { TillQueries } from './till.queries';
import type { TryLimitService } from './try-limit.service';

type NewSession = Outputs['people']['signIn'];

interface Needs {
  database: Database;
  settings: SettingsService;
  hasher: SecretHasher;
  sessions: SessionService;
  tryLimit: TryLimitService;
  audit: AuditService;
}

/** Signing in, unlocking and out. Wrong names and wrong passwords are told apart by nobody, nor by time. */
export class SignInService {
  readonly #needs: Needs;
  readonly #accounts: AccountQueries;
  readonly #tills: TillQueries;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#accounts = new AccountQueries(needs.database.reader);
    this.#tills = new TillQueries(needs.database.handle);
  }

  /**
   * Opens a session by username or email and password, at this machine's till.
   * @throws SIGN_IN_WRONG, also for accounts switched off or deleted; TOO_MANY_TRIES, counted per login name.
   */
  async signIn(input: Inputs['people']['signIn'], now: number): Promise<NewSession> {
    const known = this.#accounts.byLogin(input.login);
    const tried = {
      subject: `login ${input.login}`,
      account: known && personOf(known),
      call: 'people.signIn',
      now,
      successClears: true,
    };
    const account = await this.#needs.tryLimit.attempt(tried, async (triesLeft) => {
      const right = await this.#needs.hasher.isPassword(known?.passwordHash, input.password);
      if (!(right && known && canSignIn(known))) throw refuse('SIGN_IN_WRONG', { triesLeft });
      return known;
    });
    return this.#open(account.id, 'password', now);
  }

  /**
   * Opens a session by PIN alone. Which till it is tried at counts, since a PIN names nobody.
   * @throws PASSWORD_FIRST where the person gave no password at this till today, which counts as a try too,
   * since it says that there is such a PIN; SIGN_IN_WRONG, TOO_MANY_TRIES.
   */
  async signInByPin(input: Inputs['people']['signInByPin'], now: number): Promise<NewSession> {
    const tillId = this.#tills.first().id;
    const tried = { subject: pinsTriedAt(tillId), call: 'people.signInByPin', now };
    const account = await this.#needs.tryLimit.attempt(tried, async (triesLeft) => {
      const known = this.#accounts.byPinHash(await this.#needs.hasher.hashPin(input.pin));
      if (!(known && canSignIn(known))) throw refuse('SIGN_IN_WRONG', { triesLeft });
      if (!this.#pinWorks(known, tillId, now)) throw refuse('PASSWORD_FIRST', {});
      return known;
    });
    return this.#open(account.id, 'pin', now);
  }

  /**
   * Proves that whoever is at the till is the one signed in, by PIN or else by password.
   * @throws PASSWORD_FIRST where their PIN does not work here today; SIGN_IN_WRONG, TOO_MANY_TRIES.
   */
  async unlock(ctx: Ctx, input: Inputs['people']['unlock']): Promise<SignedIn> {
    const { hasher, tryLimit } = this.#needs;
    const account = this.#accountOf(ctx);
    const { pin, password = '' } = input;
    if (pin !== undefined && !this.#pinWorks(account, ctx.tillId, ctx.now))
      throw refuse('PASSWORD_FIRST', {});
    await tryLimit.attempt(ownSecretOf(ctx), async (triesLeft) => {
      const right =
        pin === undefined
          ? await hasher.isPassword(account.passwordHash, password)
          : (await hasher.hashPin(pin)) === account.pinHash;
      if (!right) throw refuse('SIGN_IN_WRONG', { triesLeft });
    });
    return this.signedIn(ctx, ctx.now);
  }

  /**
   * Asks for the password of who is signed in, before what only they may do.
   * @throws PASSWORD_WRONG, TOO_MANY_TRIES.
   */
  async proveOneself(ctx: Ctx, password: string): Promise<void> {
    const { hasher, tryLimit } = this.#needs;
    const { passwordHash } = this.#accountOf(ctx);
    await tryLimit.attempt(ownSecretOf(ctx), async () => {
      if (!(await hasher.isPassword(passwordHash, password))) throw refuse('PASSWORD_WRONG', {});
    });
  }

  /** Ends the session, in the running unit of work; everywhere, it is kept in the audit trail. */
  signOut(ctx: Ctx, { everywhere }: Inputs['people']['signOut']): void {
    this.#needs.sessions.end(ctx.account.id, 'signed out', ctx.now);
    if (!everywhere) return;
    this.#needs.audit.record(ctx, {
      entity: 'account',
      entityId: ctx.account.id,
      label: ctx.account.name,
      after: { signedOutEverywhere: true },
    });
  }

  /** Opens a session at this machine's till, in the running unit of work; `welcome` follows on it. */
  openHere(accountId: number, method: SessionMethod, now: number): string {
    return this.#needs.sessions.open(accountId, this.#tills.first().id, method, now);
  }

  /** What a window gets with a new session, once it is on disk. */
  welcome(token: string, now: number): NewSession {
    return { token, signedIn: this.signedIn(this.#needs.sessions.authenticate(token, now), now) };
  }

  /** Who is signed in, where, and what they may do. */
  signedIn(session: LiveSession, now: number): SignedIn {
    const account = this.#accountOf(session);
    return {
      account: viewOf(account),
      till: this.#tills.byId(session.tillId),
      permissions: permission.options.filter((one) => session.permissions.has(one)),
      withApproval: permission.options.filter((one) => session.withApproval.has(one)),
      pinWorksHere: this.#pinWorks(account, session.tillId, now),
      lockAfterMinutes: this.#needs.settings.current.lockAfterMinutes,
      expiresAt: this.#needs.sessions.expiryOf(session.sessionId),
    };
  }

  async #open(accountId: number, method: SessionMethod, now: number): Promise<NewSession> {
    const token = await this.#needs.database.writes.run(() => this.openHere(accountId, method, now));
    return this.welcome(token, now);
  }

  /** A PIN is enough where its person gave their password today, by the store's calendar. */
  #pinWorks(account: AccountEntity, tillId: number, now: number): boolean {
    const { timeZone } = this.#needs.settings.current;
    const today = startOfDay(dayOf(now, timeZone), timeZone);
    return account.pinHash !== null && this.#needs.sessions.passwordUsedSince(account.id, tillId, today, now);
  }

  #accountOf(session: LiveSession): AccountEntity {
    const account = this.#accounts.byId(session.account.id);
    if (!account) throw refuse('NOT_SIGNED_IN', {});
    return account;
  }
}

/** What wrong PINs at a till are counted under, whoever tries them and for whatever. */
export function pinsTriedAt(tillId: number): string {
  return `PIN at till ${tillId}`;
}

/** Whether an account is neither switched off nor deleted. */
export function canSignIn(account: AccountEntity): boolean {
  return account.active === 1 && account.deletedAt === null;
}

function ownSecretOf(ctx: Ctx) {
  return {
    subject: `secrets of account ${ctx.account.id}`,
    account: ctx.account,
    call: ctx.call,
    now: ctx.now,
    successClears: true,
  };
}

function personOf(account: AccountEntity) {
  return { id: account.id, name: nameOf(account) };
}
