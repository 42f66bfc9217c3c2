import type { AuditService } from '#main/features/audit/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { Database } from '#main/platform/database/database';
import { hashOfPrintedCode, makePrintedCode } from '#main/platform/printing/printed-code';
import type { Inputs, Outputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import { AccountQueries } from './account.queries';
import { isWorkingAdmin } from './account.service';
import { nameOf } from './account-view';
import type { ProofService } from './proof.service';
import { RecoveryCodeQueries } from './recovery-code.queries';
import type { SecretHasher } from './secret-hasher';
import type { SessionService } from './session.service';
import type { SignInService } from './sign-in.service';
import type { TryLimitService } from './try-limit.service';

/** Twenty of 31 signs are 99 bits: no one guesses that, so that a plain hash keeps it. */
const LENGTH = 20;

interface Needs {
  database: Database;
  hasher: SecretHasher;
  sessions: SessionService;
  signIns: SignInService;
  proofs: ProofService;
  tryLimit: TryLimitService;
  audit: AuditService;
  changes: ChangeFeed;
}

/** The printed code that lets an owner back in who forgot the password, offline. */
export class RecoveryService {
  readonly #needs: Needs;
  readonly #codes: RecoveryCodeQueries;
  readonly #accounts: AccountQueries;
  readonly #committed: AccountQueries;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#codes = new RecoveryCodeQueries(needs.database.handle);
    this.#accounts = new AccountQueries(needs.database.handle);
    this.#committed = new AccountQueries(needs.database.reader);
  }

  /**
   * Makes the store's recovery code in the running unit of work; one made before stops working.
   * @returns the code in groups of four, which is kept nowhere but on the owner's paper.
   */
  make(now: number): string {
    const code = makePrintedCode(LENGTH);
    this.#codes.replace(hashOfPrintedCode(code), now);
    return code;
  }

  /**
   * Lets an admin back in with the code and a new password; the code is used up and a new one comes.
   * Wrong codes by someone else never keep the owner out: the right one always passes, since 99 bits cannot be guessed.
   * @throws RECOVERY_CODE_WRONG, also for names that are no admin's; TOO_MANY_TRIES, counted for all names.
   */
  async recover(input: Inputs['people']['recover'], now: number): Promise<Outputs['people']['recover']> {
    const { audit, changes, database, hasher, sessions, signIns, tryLimit } = this.#needs;
    const codeHash = hashOfPrintedCode(input.code);
    const known = this.#committed.byLogin(input.login);
    const tried = {
      subject: 'recovery code',
      call: 'people.recover',
      now,
      isOpen: true,
      rightAlwaysPasses: true,
    };
    const admin = await tryLimit.attempt(tried, async () => {
      if (!(known && isWorkingAdmin(known) && this.#codes.isUsable(codeHash))) {
        throw refuse('RECOVERY_CODE_WRONG', {});
      }
      return known;
    });
    const passwordHash = await hasher.hashPassword(input.newPassword);
    const { recoveryCode, token } = await database.writes.run(() => {
      if (!this.#codes.isUsable(codeHash)) throw refuse('RECOVERY_CODE_WRONG', {});
      this.#accounts.setPassword(admin.id, passwordHash, now);
      tryLimit.liftAll(admin.id);
      sessions.end(admin.id, 'account changed', now);
      audit.recordUnsigned(now, 'people.recover', {
        entity: 'account',
        entityId: admin.id,
        label: nameOf(admin),
        after: { newPassword: true },
      });
      changes.publish('people');
      return { recoveryCode: this.make(now), token: signIns.openHere(admin.id, 'recovery', now) };
    });
    return { ...signIns.welcome(token, now), recoveryCode };
  }

  /** Makes a new code in place of the old one, for the password; throws PASSWORD_WRONG, TOO_MANY_TRIES. */
  async renew(
    ctx: Ctx,
    input: Inputs['people']['renewRecoveryCode'],
  ): Promise<Outputs['people']['renewRecoveryCode']> {
    const { audit, database, proofs } = this.#needs;
    await proofs.passwordOfSelf(ctx, input.password);
    const recoveryCode = await database.writes.run(() => {
      audit.record(ctx, { entity: 'recovery-code', entityId: null, label: '', after: { renewed: true } });
      return this.make(ctx.now);
    });
    return { recoveryCode };
  }
}
