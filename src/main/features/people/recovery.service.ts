import type { Ctx } from '#main/platform/ctx';
import type { Database } from '#main/platform/database/database';
import { hashOfPrintedCode } from '#main/platform/printing/printed-code';
import type { InUnit, OnReader, Reader } from '#main/platform/work/connections';
import type { Inputs, Outputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import type { AccountReads } from './account.queries';
import { isWorkingAdmin } from './account-view';
import type { NewSecretService } from './new-secret.service';
import type { ProofService } from './proof.service';
import type { RecoveryCodeReads } from './recovery-code.queries';
import type { RecoveryCodeService } from './recovery-code.service';
import type { SessionViewService } from './session-view.service';
import type { TryLimitService } from './try-limit.service';

interface Needs {
  database: Database;
  newSecrets: OnReader<NewSecretService>;
  tryLimit: TryLimitService;
  committed: OnReader<AccountReads>;
  codes: OnReader<RecoveryCodeReads>;
  proofs: OnReader<ProofService>;
  sessionViews: OnReader<SessionViewService>;
  recoveryCodes: InUnit<RecoveryCodeService>;
}

/** Recovery with the printed code, for an owner who forgot the password; works offline. */
export class RecoveryService {
  readonly #needs: Needs;

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /**
   * Lets an admin sign in with the code and a new password; the code is used up and a new one is issued.
   * Wrong codes entered by others never lock the owner out: the right code is always accepted, since 99 bits cannot be
   * guessed.
   * @throws RECOVERY_CODE_WRONG, also for names of non-admins; PASSWORD_TOO_EASY, which leaves the code usable;
   * TOO_MANY_TRIES, counted for all names together.
   */
  async recover(
    reader: Reader,
    input: Inputs['people']['recover'],
    now: number,
  ): Promise<Outputs['people']['recover']> {
    const { codes, committed, database, newSecrets, recoveryCodes, sessionViews, tryLimit } = this.#needs;
    const codeHash = hashOfPrintedCode(input.code);
    const known = committed.on(reader).byLogin(input.login);
    const tried = {
      subject: 'recovery code',
      call: 'people.recover',
      now,
      isOpen: true,
      rightAlwaysPasses: true,
    };
    const admin = await tryLimit.attempt(tried, async () => {
      if (!(known && isWorkingAdmin(known) && codes.on(reader).isUsable(codeHash))) {
        throw refuse('RECOVERY_CODE_WRONG', {});
      }
      return known;
    });
    const passwordHash = await newSecrets.on(reader).hashPassword(input.newPassword, admin.username);
    const { recoveryCode, token } = await database.writes.run((tx) =>
      recoveryCodes.in(tx).letIn({ admin, codeHash, passwordHash, now }),
    );
    return { ...sessionViews.on(reader).welcome(token, now), recoveryCode };
  }

  /** Replaces the old code with a new one; requires the password. @throws PASSWORD_WRONG, TOO_MANY_TRIES. */
  async renew(
    reader: Reader,
    ctx: Ctx,
    input: Inputs['people']['renewRecoveryCode'],
  ): Promise<Outputs['people']['renewRecoveryCode']> {
    const { database, proofs, recoveryCodes } = this.#needs;
    await proofs.on(reader).passwordOfSelf(ctx, input.password);
    return { recoveryCode: await database.writes.run((tx) => recoveryCodes.in(tx).renew(ctx)) };
  }
}
