import type { Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Tx } from '#main/platform/work/connections';
import type { Role } from '#shared/contract/common';
import type { Inputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import { looksLike } from '#shared/kernel/look-alike';
import type { AccountService } from './account.service';
import { nameOf } from './account-view';
import { assertManagesRole } from './managed-roles';
import type { Wanted } from './name-rules';
import { RegistrationReads, type RegistrationRow, RegistrationWrites } from './registration.queries';

interface Parts {
  accounts: AccountService;
  audit: StoreLog;
}

/** Requests for an account from people who have none, and the decisions on them. */
export class RegistrationService {
  readonly #parts: Parts;
  readonly #reads: RegistrationReads;
  readonly #writes: RegistrationWrites;

  constructor(tx: Tx, parts: Parts) {
    this.#parts = parts;
    this.#reads = new RegistrationReads(tx);
    this.#writes = new RegistrationWrites(tx);
  }

  /**
   * Adds a request for an account.
   * @throws USERNAME_TAKEN, EMAIL_TAKEN, also by another open request; PERSON_NAME_TAKEN.
   */
  add(asked: Omit<Inputs['people']['register'], 'password'>, passwordHash: string, now: number): void {
    const { accounts, audit } = this.#parts;
    const row = {
      username: asked.username,
      email: asked.email === '' ? null : asked.email,
      firstName: asked.firstName,
      lastName: asked.lastName,
      department: asked.department ?? '',
    };
    accounts.assertFree(row, null);
    this.#assertNotAskedFor(row);
    const id = this.#writes.insert({ ...row, passwordHash, requestedAt: now });
    const entry = { entity: 'registration' as const, entityId: id, label: nameOf(row), after: row };
    audit.recordUnsigned(now, 'people.register', entry);
  }

  /**
   * Creates the requested account, or refuses it.
   * @throws REGISTRATION_DECIDED, NOT_PERMITTED when a manager gives a role that only admins can give,
   * USERNAME_TAKEN, EMAIL_TAKEN, PERSON_NAME_TAKEN.
   */
  async decide(ctx: Ctx, input: Inputs['people']['decideRegistration']): Promise<void> {
    const { audit } = this.#parts;
    const asked = this.#reads.byId(input.id);
    if (!asked) throw refuse('NOT_FOUND', { what: 'registration' });
    if (asked.decidedAt !== null) throw refuse('REGISTRATION_DECIDED', {});
    const { decision } = input;
    const accountId = decision.kind === 'approve' ? await this.#approve(ctx, asked, decision.role) : null;
    const outcome = accountId === null ? 'refused' : 'approved';
    this.#writes.decide({ id: asked.id, decision: outcome, accountId, by: ctx.account.id, now: ctx.now });
    audit.record(ctx, {
      entity: 'registration',
      entityId: asked.id,
      label: nameOf(asked),
      after: { decision: outcome, accountId },
    });
  }

  async #approve(ctx: Ctx, asked: RegistrationRow, role: Role): Promise<number> {
    assertManagesRole(ctx, role);
    const { username, email, firstName, lastName, department, passwordHash } = asked;
    const fields = { username, email: email ?? '', firstName, lastName, department, role };
    const account = await this.#parts.accounts.insertFor(ctx, fields, {
      passwordHash,
      pinHash: null,
      pinDigits: 0,
    });
    return account.id;
  }

  #assertNotAskedFor(wanted: Pick<Wanted, 'username' | 'email'>): void {
    const same = (one: string | null, other: string | null) => one?.toLowerCase() === other?.toLowerCase();
    for (const open of this.#reads.open()) {
      if (looksLike(open.username, wanted.username))
        throw refuse('USERNAME_TAKEN', { username: wanted.username });
      if (wanted.email !== null && same(open.email, wanted.email)) {
        throw refuse('EMAIL_TAKEN', { email: wanted.email });
      }
    }
  }
}
