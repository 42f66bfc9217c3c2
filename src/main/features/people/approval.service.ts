import type { Permission, Person } from '#shared/contract/common';
import { refuse } from '#shared/contract/refusals';
import type { CallRule } from '#shared/permissions';
import type { Database } from '../../database/database';
import type { LiveSession } from '../../rpc/procedures';
import type { AccountEntity } from './account.entity';
import { AccountQueries } from './account.queries';
import { nameOf } from './account-view';
import type { SecretHasher } from './secret-hasher';
import type { SessionService } from './session.service';
import { canSignIn, pinsTriedAt } from './sign-in.service';
import type { TryLimitService } from './try-limit.service';

interface Needs {
  database: Database;
  hasher: SecretHasher;
  sessions: SessionService;
  tryLimit: TryLimitService;
}

/** A manager's approval on the spot, by PIN, for what somebody may not do alone. */
export class ApprovalService {
  readonly #needs: Needs;
  readonly #accounts: AccountQueries;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#accounts = new AccountQueries(needs.database.reader);
  }

  /**
   * Who approves with this PIN: somebody else, whose role may do alone what the asker may not. Wrong PINs
   * count together with those of sign-in at the same till.
   * @throws APPROVAL_REFUSED, TOO_MANY_TRIES.
   */
  async approve(asker: LiveSession, rule: CallRule, pin: string, now: number): Promise<Person> {
    const { hasher, tryLimit } = this.#needs;
    const tried = { subject: pinsTriedAt(asker.tillId), account: asker.account, call: 'approval', now };
    return tryLimit.attempt(tried, async (triesLeft) => {
      const approver = this.#accounts.byPinHash(await hasher.hashPin(pin));
      if (!(approver && this.#mayApprove(approver, asker, rule))) {
        throw refuse('APPROVAL_REFUSED', { triesLeft });
      }
      return { id: approver.id, name: nameOf(approver) };
    });
  }

  #mayApprove(approver: AccountEntity, asker: LiveSession, rule: CallRule): boolean {
    if (approver.id === asker.account.id || !canSignIn(approver)) return false;
    const grants = this.#needs.sessions.grantsOf(approver.role);
    const needs = [rule.needs].flat() as Permission[];
    return needs.some((one) => asker.withApproval.has(one) && grants.get(one) === 'yes');
  }
}
