import type { TillQueries } from '#main/features/tills/index';
import type { Ctx } from '#main/platform/ctx';
import type { Database } from '#main/platform/database/database';
import type { InUnit, OnReader, Reader, Tx } from '#main/platform/work/connections';
import type { Inputs, Outputs } from '#shared/contract/index';
import type { SignedIn } from '#shared/contract/people';
import type { AccountEntity } from './account.entity';
import type { GrantService } from './grant.service';
import type { ProofService } from './proof.service';
import type { SessionMethod } from './session.service';
import type { SessionLockService } from './session-lock.service';
import type { SessionViewService } from './session-view.service';
import type { TillSessionService } from './till-session.service';

type NewSession = Outputs['people']['signIn'];
type TakenOver = Outputs['people']['takeOver'];

interface Needs {
  database: Database;
  tills: OnReader<TillQueries>;
  proofs: OnReader<ProofService>;
  sessionViews: OnReader<SessionViewService>;
  grants: InUnit<GrantService>;
  locks: InUnit<SessionLockService>;
  tillSessions: InUnit<TillSessionService>;
}

/** Moves a person's open ticket at a till to another person; returns the name under which the other's was parked. */
type TicketHandover = (tx: Tx, ctx: Ctx, to: AccountEntity) => string | null;

/** Signing in, unlocking and taking over; the person is verified before the unit of work. */
export class SignInService {
  readonly #needs: Needs;
  #handOver: TicketHandover = () => null;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Sets what happens to the open ticket when a till is taken over. */
  onTakeOver(handOver: TicketHandover): void {
    this.#handOver = handOver;
  }

  /**
   * Opens a session with username or email and password, at this machine's till.
   * @throws SIGN_IN_WRONG, also for accounts that are deactivated or deleted; TOO_MANY_TRIES.
   */
  async signIn(reader: Reader, input: Inputs['people']['signIn'], now: number): Promise<NewSession> {
    const { proofs, tills } = this.#needs;
    const account = await proofs.on(reader).byLogin(input, tills.on(reader).first().id, now);
    return this.#open(reader, account.id, 'password', now);
  }

  /**
   * Opens a session with the PIN of the person on a tile.
   * @throws PASSWORD_FIRST for anyone who has no tile here; SIGN_IN_WRONG, TOO_MANY_TRIES.
   */
  async signInByPin(
    reader: Reader,
    input: Inputs['people']['signInByPin'],
    now: number,
  ): Promise<NewSession> {
    const { proofs, tills } = this.#needs;
    const account = await proofs.on(reader).byTile(input, tills.on(reader).first().id, now);
    return this.#open(reader, account.id, 'pin', now);
  }

  /**
   * Unlocks this session with the PIN or the password of the signed-in person.
   * @throws PASSWORD_FIRST when their PIN is not accepted here at the moment; SIGN_IN_WRONG, TOO_MANY_TRIES.
   */
  async unlock(reader: Reader, ctx: Ctx, input: Inputs['people']['unlock']): Promise<SignedIn> {
    const { database, proofs, locks, sessionViews } = this.#needs;
    await proofs.on(reader).ofSelf(ctx, input);
    const byPassword = input.pin === undefined;
    await database.writes.run((tx) => locks.in(tx).unlock(ctx.sessionId, ctx.now, byPassword));
    return sessionViews.on(reader).signedIn(ctx, ctx.now);
  }

  /**
   * Ends this session and opens one for another person, who continues with its ticket, in one unit of work.
   * @throws what {@link signInByPin} and {@link signIn} throw.
   */
  async takeOver(reader: Reader, ctx: Ctx, input: Inputs['people']['takeOver']): Promise<TakenOver> {
    const { database, grants, sessionViews, tillSessions } = this.#needs;
    const proofs = this.#needs.proofs.on(reader);
    const byPin = 'pin' in input;
    const account = byPin
      ? await proofs.byTile(input, ctx.tillId, ctx.now)
      : await proofs.byLogin(input, ctx.tillId, ctx.now);
    const { token, parkedName } = await database.writes.run((tx) => {
      const isAnother = account.id !== ctx.account.id;
      const maySell = grants.in(tx).grantsOf(account.role).get('sell') === 'yes';
      const parkedName = isAnother && maySell ? this.#handOver(tx, ctx, account) : null;
      const token = tillSessions.in(tx).passOn(ctx, account, byPin ? 'pin' : 'password');
      return { token, parkedName };
    });
    return { ...sessionViews.on(reader).welcome(token, ctx.now), parkedName };
  }

  async #open(reader: Reader, accountId: number, method: SessionMethod, now: number): Promise<NewSession> {
    const { database, sessionViews, tillSessions } = this.#needs;
    const token = await database.writes.run((tx) => tillSessions.in(tx).openHere(accountId, method, now));
    return sessionViews.on(reader).welcome(token, now);
  }
}
