import type { LiveSession } from '#main/platform/rpc/procedures';
import type { Reader } from '#main/platform/work/connections';
import type { Permission, Person, Proof } from '#shared/contract/common';
import { roles } from '#shared/contract/common';
import type { Outputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import { APPROVING_PIN_DIGITS } from '#shared/kernel/pin';
import type { AccountEntity } from './account.entity';
import { AccountReads } from './account.queries';
import { canSignIn, nameOf, personOf, pinApproves } from './account-view';
import type { GrantService } from './grant.service';
import type { ProofService } from './proof.service';

interface Parts {
  grants: GrantService;
  proofs: ProofService;
}

/** A second person's approval, given on the spot, for what the signed-in person may not do alone. */
export class ApprovalService {
  readonly #parts: Parts;
  readonly #accounts: AccountReads;

  constructor(reader: Reader, parts: Parts) {
    this.#parts = parts;
    this.#accounts = new AccountReads(reader);
  }

  /** Everyone who can approve a call that needs one of these permissions, by name, whether signed in here or not. */
  approvers(asker: LiveSession, permissions: readonly Permission[]): Outputs['people']['approvers'] {
    const approving = roles.filter((role) => this.#roleApproves(role, asker, permissions));
    return this.#accounts
      .activeOf(approving)
      .filter(({ id }) => id !== asker.account.id)
      .map((account) => ({
        id: account.id,
        name: nameOf(account),
        role: account.role,
        pinApproves: pinApproves(account),
      }));
  }

  /**
   * The person who approves, verified by PIN or password: another person whose role may do it without approval.
   * @throws APPROVAL_REFUSED, also for a person who cannot approve; PIN_TOO_SHORT, TOO_MANY_TRIES.
   */
  async approve(
    asker: LiveSession,
    needs: readonly Permission[],
    proof: Proof,
    now: number,
  ): Promise<Person> {
    const approver = this.#accounts.byId(proof.accountId);
    if (!(approver && this.#mayApprove(approver, asker, needs)))
      throw refuse('APPROVAL_REFUSED', { triesLeft: 0, waitSeconds: 0 });
    // Refused before it is checked, so that a short PIN, which is easy to guess, cannot be guessed here.
    if (proof.pin !== undefined && !pinApproves(approver)) {
      throw refuse('PIN_TOO_SHORT', { digits: APPROVING_PIN_DIGITS });
    }
    await this.#parts.proofs.ofApprover(approver, proof, {
      tillId: asker.tillId,
      askerId: asker.account.id,
      now,
    });
    return personOf(approver);
  }

  #mayApprove(approver: AccountEntity, asker: LiveSession, needs: readonly Permission[]): boolean {
    if (approver.id === asker.account.id || !canSignIn(approver)) return false;
    return this.#roleApproves(approver.role, asker, needs);
  }

  #roleApproves(role: AccountEntity['role'], asker: LiveSession, needs: readonly Permission[]): boolean {
    const grants = this.#parts.grants.grantsOf(role);
    return needs.some((one) => asker.withApproval.has(one) && grants.get(one) === 'yes');
  }
}
