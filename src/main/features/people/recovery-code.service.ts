import type { Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import { hashOfPrintedCode, makePrintedCode } from '#main/platform/printing/printed-code';
import type { Tx } from '#main/platform/work/connections';
import { refuse } from '#shared/contract/refusals';
import type { AccountEntity } from './account.entity';
import { AccountWrites } from './account.queries';
import { nameOf } from './account-view';
import { RecoveryCodeReads, RecoveryCodeWrites } from './recovery-code.queries';
import type { SessionService } from './session.service';
import type { TillSessionService } from './till-session.service';
import type { TryRecordService } from './try-record.service';

/** Twenty characters out of 31 give 99 bits, which cannot be guessed, so a plain hash protects the code. */
const LENGTH = 20;

interface Parts {
  sessions: SessionService;
  tillSessions: TillSessionService;
  tryRecords: TryRecordService;
  audit: StoreLog;
}

/** An admin who signs in with a recovery code. */
interface Return {
  admin: AccountEntity;
  codeHash: string;
  /** The hash of the new password. */
  passwordHash: string;
  now: number;
}

/** The store's recovery code, kept as a hash. */
export class RecoveryCodeService {
  readonly #parts: Parts;
  readonly #reads: RecoveryCodeReads;
  readonly #writes: RecoveryCodeWrites;
  readonly #accounts: AccountWrites;

  constructor(tx: Tx, parts: Parts) {
    this.#parts = parts;
    this.#reads = new RecoveryCodeReads(tx);
    this.#writes = new RecoveryCodeWrites(tx);
    this.#accounts = new AccountWrites(tx);
  }

  /**
   * Creates the store's recovery code; an earlier code stops working.
   * @returns the code in groups of four; it is stored nowhere and exists only on the owner's printout.
   */
  make(now: number): string {
    const code = makePrintedCode(LENGTH);
    this.#writes.replace(hashOfPrintedCode(code), now);
    return code;
  }

  /** Replaces the old code with a new one, for the signed-in person. */
  renew(ctx: Ctx): string {
    this.#parts.audit.record(ctx, {
      entity: 'recovery-code',
      entityId: null,
      label: '',
      after: { renewed: true },
    });
    return this.make(ctx.now);
  }

  /**
   * Gives an admin a new password and a session in exchange for the code, which is then used up.
   * @returns the session's token and a new code
   * @throws RECOVERY_CODE_WRONG when it was used in the meantime
   */
  letIn({ admin, codeHash, passwordHash, now }: Return): { token: string; recoveryCode: string } {
    const { sessions, tillSessions, tryRecords, audit } = this.#parts;
    if (!this.#reads.isUsable(codeHash)) throw refuse('RECOVERY_CODE_WRONG', {});
    this.#accounts.setPassword(admin.id, passwordHash, now);
    tryRecords.liftAll(admin.id);
    sessions.end(admin.id, 'account changed', now);
    audit.recordUnsigned(now, 'people.recover', {
      entity: 'account',
      entityId: admin.id,
      label: nameOf(admin),
      after: { newPassword: true },
    });
    return { recoveryCode: this.make(now), token: tillSessions.openHere(admin.id, 'recovery', now) };
  }
}
