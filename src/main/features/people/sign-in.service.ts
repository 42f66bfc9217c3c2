import type { AuditService } from '#main/features/audit/index';
import type { SettingsService } from '#main/features/settings/index';
import { TillQueries } from '#main/features/tills/index';
import type { Ctx } from '#main/platform/ctx';
import type { Database } from '#main/platform/database/database';
import type { LiveSession } from '#main/platform/rpc/procedures';
import { permission } from '#shared/contract/common';
import type { Inputs, Outputs } from '#shared/contract/index';
import type { SignedIn } from '#shared/contract/people';
import { refuse } from '#shared/contract/refusals';
import type { AccountEntity } from './account.entity';
import { AccountQueries } from './account.queries';
import { canApprove, viewOf } from './account-view';
import type { ProofService } from './proof.service';
import type { SessionMethod, SessionService } from './session.service';
import type { SessionLockService } from './session-lock.service';

type NewSession = Outputs['people']['signIn'];
type TakenOver = Outputs['people']['takeOver'];

interface Needs {
  database: Database;
  settings: SettingsService;
  sessions: SessionService;
  locks: SessionLockService;
  proofs: ProofService;
  audit: AuditService;
}

/** Moves what a person has open at a till to another person; returns the name under which the other's own was parked. */
type TicketHandover = (ctx: Ctx, to: AccountEntity) => string | null;

/** Signing in and out, locking, unlocking and taking over. */
export class SignInService {
  readonly #needs: Needs;
  readonly #accounts: AccountQueries;
  readonly #tills: TillQueries;
  #handOver: TicketHandover = () => null;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#accounts = new AccountQueries(needs.database.reader);
    this.#tills = new TillQueries(needs.database.handle);
  }

  /** Sets what becomes of the open ticket when a till is taken over. */
  onTakeOver(handOver: TicketHandover): void {
    this.#handOver = handOver;
  }

  /**
   * Opens a session by username or email and password, at this machine's till.
   * @throws SIGN_IN_WRONG, also for accounts that are deactivated or deleted; TOO_MANY_TRIES.
   */
  async signIn(input: Inputs['people']['signIn'], now: number): Promise<NewSession> {
    const account = await this.#needs.proofs.byLogin(input, this.#tills.first().id, now);
    return this.#open(account.id, 'password', now);
  }

  /** Who can sign in by PIN at this machine's till: they used their password here not too long ago. */
  tiles(now: number): Outputs['people']['tiles'] {
    return this.#needs.proofs.withPinAt(this.#tills.first().id, now);
  }

  /**
   * Opens a session by the PIN of the person on a tile.
   * @throws PASSWORD_FIRST for anyone who has no tile here; SIGN_IN_WRONG, TOO_MANY_TRIES.
   */
  async signInByPin(input: Inputs['people']['signInByPin'], now: number): Promise<NewSession> {
    const account = await this.#needs.proofs.byTile(input, this.#tills.first().id, now);
    return this.#open(account.id, 'pin', now);
  }

  /** Locks this session, in the running unit of work. */
  lock(ctx: Ctx): void {
    this.#needs.locks.lock(ctx.sessionId, ctx.now);
  }

  /**
   * Unlocks this session by the PIN or the password of the person signed in.
   * @throws PASSWORD_FIRST where their PIN does not work here at the moment; SIGN_IN_WRONG, TOO_MANY_TRIES.
   */
  async unlock(ctx: Ctx, input: Inputs['people']['unlock']): Promise<SignedIn> {
    const { proofs, locks, database } = this.#needs;
    await proofs.ofSelf(ctx, input);
    await database.writes.run(() => locks.unlock(ctx.sessionId, ctx.now, input.pin === undefined));
    return this.signedIn(ctx, ctx.now);
  }

  /**
   * Ends this session and opens one for another person, who goes on with its ticket: all of it, or none.
   * @throws what {@link signInByPin} and {@link signIn} throw.
   */
  async takeOver(ctx: Ctx, input: Inputs['people']['takeOver']): Promise<TakenOver> {
    const { database, proofs, sessions, audit } = this.#needs;
    const byPin = 'pin' in input;
    const account = byPin
      ? await proofs.byTile(input, ctx.tillId, ctx.now)
      : await proofs.byLogin(input, ctx.tillId, ctx.now);
    const { token, parkedName } = await database.writes.run(() => {
      const isAnother = account.id !== ctx.account.id;
      const maySell = sessions.grantsOf(account.role).get('sell') === 'yes';
      const parkedName = isAnother && maySell ? this.#handOver(ctx, account) : null;
      if (isAnother) sessions.end(ctx.account.id, 'taken over', ctx.now, account.id);
      const token = sessions.open(account.id, ctx.tillId, byPin ? 'pin' : 'password', ctx.now);
      const names = { before: ctx.account.id, after: account.id };
      audit.record(ctx, {
        entity: 'till',
        entityId: ctx.tillId,
        label: this.#tills.byId(ctx.tillId).code,
        before: { cashierId: names.before },
        after: { cashierId: names.after },
      });
      return { token, parkedName };
    });
    return { ...this.welcome(token, ctx.now), parkedName };
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
    const { locks, proofs, sessions, settings } = this.#needs;
    const account = this.#accounts.byId(session.account.id);
    if (!account) throw refuse('NOT_SIGNED_IN', {});
    return {
      account: viewOf(account),
      till: this.#tills.byId(session.tillId),
      permissions: permission.options.filter((one) => session.permissions.has(one)),
      withApproval: permission.options.filter((one) => session.withApproval.has(one)),
      pinWorksHere: proofs.pinWorks(account, session.tillId, now),
      canApprove: canApprove(sessions.grantsOf(account.role)),
      locked: locks.isLocked(session.sessionId, now),
      lockAfterMinutes: settings.current.lockAfterMinutes,
      expiresAt: sessions.expiryOf(session.sessionId),
    };
  }

  async #open(accountId: number, method: SessionMethod, now: number): Promise<NewSession> {
    const token = await this.#needs.database.writes.run(() => this.openHere(accountId, method, now));
    return this.welcome(token, now);
  }
}
