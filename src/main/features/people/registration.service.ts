import type { AuditService } from '#main/features/audit/index';
import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { Database } from '#main/platform/database/database';
import type { Role } from '#shared/contract/common';
import type { Inputs } from '#shared/contract/index';
import type { Registration } from '#shared/contract/people';
import { refuse } from '#shared/contract/refusals';
import { looksLike } from '#shared/kernel/look-alike';
import { type AccountService, assertManagesRole } from './account.service';
import { nameOf } from './account-view';
import type { Wanted } from './name-rules';
import { RegistrationQueries, type RegistrationRow } from './registration.queries';
import type { SecretHasher } from './secret-hasher';
import type { TryLimitService } from './try-limit.service';

interface Needs {
  database: Database;
  hasher: SecretHasher;
  accounts: AccountService;
  tryLimit: TryLimitService;
  settings: SettingsService;
  audit: AuditService;
  changes: ChangeFeed;
}

/** Requests for an account by somebody who has none, and what becomes of them. */
export class RegistrationService {
  readonly #needs: Needs;
  readonly #queries: RegistrationQueries;
  readonly #committed: RegistrationQueries;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#queries = new RegistrationQueries(needs.database.handle);
    this.#committed = new RegistrationQueries(needs.database.reader);
  }

  /**
   * Asks for an account. Each request counts as a try, since it costs a hash and says what is taken.
   * @throws USERNAME_TAKEN, EMAIL_TAKEN, also by another open request; PERSON_NAME_TAKEN; TOO_MANY_TRIES.
   */
  async register(input: Inputs['people']['register'], now: number): Promise<void> {
    const { accounts, audit, changes, database, hasher, settings, tryLimit } = this.#needs;
    const { signInTries: atMost, signInWaitSeconds } = settings.current;
    await tryLimit.use({ subject: 'registration', now, atMost, withinMs: signInWaitSeconds * 1000 });
    const row = {
      username: input.username,
      email: input.email === '' ? null : input.email,
      firstName: input.firstName,
      lastName: input.lastName,
      department: input.department ?? '',
    };
    const passwordHash = await hasher.hashPassword(input.password);
    await database.writes.run(() => {
      accounts.assertFree(row, null);
      this.#assertNotAskedFor(row);
      const id = this.#queries.insert({ ...row, passwordHash, requestedAt: now });
      const entry = { entity: 'registration', entityId: id, label: nameOf(row), after: row };
      audit.recordUnsigned(now, 'people.register', entry);
      changes.publish('people');
    });
  }

  /** The requests nobody has decided yet, oldest first. */
  list(): Registration[] {
    return this.#committed.open().map(({ passwordHash, decidedAt, ...row }) => ({
      ...row,
      email: row.email ?? '',
    }));
  }

  /**
   * Makes the account a request asks for, or refuses it, in the running unit of work.
   * @throws REGISTRATION_DECIDED, NOT_PERMITTED when a manager gives a role that only admins give,
   * USERNAME_TAKEN, EMAIL_TAKEN, PERSON_NAME_TAKEN.
   */
  async decide(ctx: Ctx, input: Inputs['people']['decideRegistration']): Promise<void> {
    const { audit, changes } = this.#needs;
    const asked = this.#queries.byId(input.id);
    if (!asked) throw refuse('NOT_FOUND', { what: 'registration' });
    if (asked.decidedAt !== null) throw refuse('REGISTRATION_DECIDED', {});
    const { decision } = input;
    const accountId = decision.kind === 'approve' ? await this.#approve(ctx, asked, decision.role) : null;
    const outcome = accountId === null ? 'refused' : 'approved';
    this.#queries.decide({ id: asked.id, decision: outcome, accountId, by: ctx.account.id, now: ctx.now });
    audit.record(ctx, {
      entity: 'registration',
      entityId: asked.id,
      label: nameOf(asked),
      after: { decision: outcome, accountId },
    });
    changes.publish('people');
  }

  async #approve(ctx: Ctx, asked: RegistrationRow, role: Role): Promise<number> {
    assertManagesRole(ctx, role);
    const { username, email, firstName, lastName, department, passwordHash } = asked;
    const fields = { username, email: email ?? '', firstName, lastName, department, role };
    const account = await this.#needs.accounts.insertFor(ctx, fields, {
      passwordHash,
      pinHash: null,
      pinDigits: 0,
    });
    return account.id;
  }

  #assertNotAskedFor(wanted: Pick<Wanted, 'username' | 'email'>): void {
    const same = (one: string | null, other: string | null) => one?.toLowerCase() === other?.toLowerCase();
    for (const open of this.#queries.open()) {
      if (looksLike(open.username, wanted.username))
        throw refuse('USERNAME_TAKEN', { username: wanted.username });
      if (wanted.email !== null && same(open.email, wanted.email)) {
        throw refuse('EMAIL_TAKEN', { email: wanted.email });
      }
    }
  }
}
