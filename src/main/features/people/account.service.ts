import type { AuditService } from '#main/features/audit/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import { assertAllowed, type Ctx, may } from '#main/platform/ctx';
import type { Database } from '#main/platform/database/database';
import type { Once } from '#main/platform/rpc/procedures';
import type { Role } from '#shared/contract/common';
import type { Inputs } from '#shared/contract/index';
import type { Account } from '#shared/contract/people';
import { refuse } from '#shared/contract/refusals';
import { isEasilyGuessed, pinDigitsNeeded } from '#shared/kernel/pin';
import { rolesThatMay } from '#shared/permissions';
import { AccountEntity } from './account.entity';
import { AccountQueries } from './account.queries';
import { auditedOf, canApprove, nameOf, viewOf } from './account-view';
import { assertFree, type Wanted } from './name-rules';
import type { SecretHasher } from './secret-hasher';
import type { SessionService } from './session.service';
import type { TryLimitService } from './try-limit.service';

/** Who a new account is for; an empty email is none. */
export interface AccountFields {
  username: string;
  email: string;
  firstName: string;
  lastName: string;
  role: Role;
  department: string;
}

/** A password and a PIN as they are kept. */
export interface HashedSecrets {
  passwordHash: string;
  pinHash: string | null;
  /** How many digits the PIN has; 0 for none. */
  pinDigits: number;
}

interface Needs {
  database: Database;
  hasher: SecretHasher;
  sessions: SessionService;
  tryLimit: TryLimitService;
  audit: AuditService;
  changes: ChangeFeed;
}

const HOUR_MS = 3_600_000;
/** More than a manager gives to a whole new team. */
const PINS_AN_HOUR = 60;

/** The roles a manager may make and edit; the others are for admins. */
const ROLES_BELOW_MANAGERS: readonly Role[] = ['storekeeper', 'cashier', 'customer'];

/** Accounts: made, changed and deleted by those who may. */
export class AccountService {
  readonly #needs: Needs;
  readonly #queries: AccountQueries;
  readonly #committed: AccountQueries;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#queries = new AccountQueries(needs.database.handle);
    this.#committed = new AccountQueries(needs.database.reader);
  }

  /**
   * Hashes what a new account is kept with; takes a moment, so call it before the unit of work.
   * @throws PIN_TOO_SHORT, PIN_TOO_EASY.
   */
  async hashSecrets(secrets: { password: string; pin: string | null; role: Role }): Promise<HashedSecrets> {
    const [passwordHash, pin] = await Promise.all([
      this.#needs.hasher.hashPassword(secrets.password),
      this.hashPin(secrets.pin, secrets.role),
    ]);
    return { passwordHash, ...pin };
  }

  /** Hashes a PIN for someone of a role, or none. @throws PIN_TOO_SHORT, PIN_TOO_EASY. */
  async hashPin(pin: string | null, role: Role): Promise<Omit<HashedSecrets, 'passwordHash'>> {
    if (pin === null) return { pinHash: null, pinDigits: 0 };
    const digits = pinDigitsNeeded(canApprove(this.#needs.sessions.grantsOf(role)));
    if (pin.length < digits) throw refuse('PIN_TOO_SHORT', { digits });
    if (isEasilyGuessed(pin)) throw refuse('PIN_TOO_EASY', {});
    return { pinHash: await this.#needs.hasher.hashPin(pin), pinDigits: pin.length };
  }

  /** Counts a choice of a PIN, so that nobody chooses them by the hundred. @throws TOO_MANY_TRIES. */
  async countPinChoice(ctx: Ctx): Promise<void> {
    const subject = `PINs chosen by ${ctx.account.id}`;
    await this.#needs.tryLimit.use({ subject, now: ctx.now, atMost: PINS_AN_HOUR, withinMs: HOUR_MS });
  }

  /**
   * Makes an account in the running unit of work; whoever calls it has checked the right to, and audits it.
   * @param by the account that makes it, or null where nobody is signed in yet.
   * @returns the new account's id.
   * @throws USERNAME_TAKEN, EMAIL_TAKEN, PERSON_NAME_TAKEN; deleted accounts keep their username and email.
   */
  insert(fields: AccountFields, secrets: HashedSecrets, by: number | null, now: number): number {
    const row = { ...fields, email: emailOrNone(fields.email), ...secrets };
    this.assertFree(row, null);
    return this.#queries.insert({ ...row, by, now });
  }

  /**
   * Makes an account for someone.
   * @throws NOT_PERMITTED when a manager asks for a role that only admins give, USERNAME_TAKEN, EMAIL_TAKEN,
   * PERSON_NAME_TAKEN, PIN_TOO_SHORT, PIN_TOO_EASY, TOO_MANY_TRIES.
   */
  async create(ctx: Ctx, input: Inputs['people']['createAccount'], once: Once): Promise<Account> {
    const { role, password, pin = null } = input;
    assertManagesRole(ctx, role);
    if (pin !== null) await this.countPinChoice(ctx);
    const secrets = await this.hashSecrets({ password, pin, role });
    const fields: AccountFields = {
      username: input.username,
      email: input.email ?? '',
      firstName: input.firstName,
      lastName: input.lastName ?? '',
      role,
      department: input.department ?? '',
    };
    return once(async () => viewOf(await this.insertFor(ctx, fields, secrets)));
  }

  /** Makes an account that somebody who may has asked for, in the running unit of work, and audits it. */
  async insertFor(ctx: Ctx, fields: AccountFields, secrets: HashedSecrets): Promise<AccountEntity> {
    const account = await this.find(this.insert(fields, secrets, ctx.account.id, ctx.now));
    this.#needs.audit.record(ctx, {
      entity: 'account',
      entityId: account.id,
      label: nameOf(account),
      after: auditedOf(account),
    });
    this.#needs.changes.publish('people');
    return account;
  }

  /**
   * Changes someone's account. A new role, password or PIN and deactivating end the person's session; a new password
   * or PIN lifts every wait after wrong tries.
   * @throws NOT_PERMITTED for accounts and roles above the asker, LAST_ADMIN, CHANGED_MEANWHILE,
   * USERNAME_TAKEN, EMAIL_TAKEN, PERSON_NAME_TAKEN, PIN_TOO_SHORT, PIN_TOO_EASY, TOO_MANY_TRIES.
   */
  async change(ctx: Ctx, input: Inputs['people']['changeAccount'], once: Once): Promise<Account> {
    const seen = this.#committed.byId(input.id);
    if (!seen || seen.deletedAt !== null) throw refuse('NOT_FOUND', { what: 'account' });
    assertManagesRole(ctx, seen.role);
    const secrets = await this.#newSecrets(ctx, input, input.role ?? seen.role);
    return once(async () => {
      const account = await this.find(input.id);
      const before = { ...account };
      assertManagesRole(ctx, account.role);
      this.assertVersion(account, input.version);
      changeProfileOf(account, input);
      if (input.role !== undefined && input.role !== account.role) {
        assertAllowed(ctx, 'manageRoles');
        account.role = input.role;
      }
      if (input.active !== undefined) account.active = input.active ? 1 : 0;
      Object.assign(account, secrets);
      this.#assertAdminLeft(before, account);
      await this.keep(ctx, before, account);
      if (endsSessions(before, account)) {
        this.#needs.sessions.end(account.id, 'account changed', ctx.now);
      }
      return viewOf(account);
    });
  }

  /**
   * Hides and disables an account, one's own or one below, in the running unit of work. It keeps its
   * username and email, so that nobody is mistaken for someone who was here.
   * @throws NOT_PERMITTED, LAST_ADMIN.
   */
  async delete(ctx: Ctx, id: number): Promise<void> {
    if (id !== ctx.account.id) assertAllowed(ctx, 'manageAccounts');
    const account = await this.find(id);
    if (id !== ctx.account.id) assertManagesRole(ctx, account.role);
    const before = { ...account };
    account.deletedAt = ctx.now;
    account.active = 0;
    account.pinHash = null;
    account.pinDigits = 0;
    this.#assertAdminLeft(before, account);
    await this.keep(ctx, before, account);
    this.#needs.sessions.end(id, 'account changed', ctx.now);
  }

  /** An account that is not deleted; throws NOT_FOUND. */
  async find(id: number): Promise<AccountEntity> {
    const account = await this.#repository.findOneBy({ id });
    if (!account || account.deletedAt !== null) throw refuse('NOT_FOUND', { what: 'account' });
    return account;
  }

  /** Writes a changed account with its new version and its audit entry, in the running unit of work. */
  async keep(ctx: Ctx, before: AccountEntity, account: AccountEntity): Promise<void> {
    this.assertFree(account, before);
    account.version += 1;
    account.changedAt = ctx.now;
    account.changedById = ctx.account.id;
    await this.#repository.save(account);
    if (account.passwordHash !== before.passwordHash || account.pinHash !== before.pinHash) {
      this.#needs.tryLimit.liftAll(account.id);
    }
    this.#needs.audit.record(ctx, {
      entity: 'account',
      entityId: account.id,
      label: nameOf(account),
      before: auditedOf(before),
      after: {
        ...auditedOf(account),
        ...(account.passwordHash !== before.passwordHash && { newPassword: true }),
        ...(account.pinHash !== before.pinHash && account.pinHash !== null && { newPin: true }),
      },
    });
    this.#needs.sessions.forgetAll();
    this.#needs.changes.publish('people', 'session');
  }

  /** Throws CHANGED_MEANWHILE when somebody saw an older version than there is. */
  assertVersion(account: AccountEntity, version: number): void {
    if (account.version === version) return;
    const changer = account.changedById === null ? undefined : this.#queries.byId(account.changedById);
    throw refuse('CHANGED_MEANWHILE', { what: nameOf(account), by: changer ? nameOf(changer) : '' });
  }

  /** Refuses what another account has, or what looks like it (`assertFree` of name-rules). */
  assertFree(wanted: Wanted, own: AccountEntity | null): void {
    assertFree(this.#queries, wanted, own);
  }

  async #newSecrets(
    ctx: Ctx,
    { newPassword, newPin }: Inputs['people']['changeAccount'],
    role: Role,
  ): Promise<Partial<HashedSecrets>> {
    const secrets: Partial<HashedSecrets> = {};
    if (newPassword !== undefined) secrets.passwordHash = await this.#needs.hasher.hashPassword(newPassword);
    if (newPin === undefined) return secrets;
    if (newPin !== null) await this.countPinChoice(ctx);
    return { ...secrets, ...(await this.hashPin(newPin, role)) };
  }

  get #repository() {
    return this.#needs.database.dataSource.getRepository(AccountEntity);
  }

  /** Throws LAST_ADMIN when a change would leave nobody who can do all. */
  #assertAdminLeft(before: AccountEntity, after: AccountEntity): void {
    if (isWorkingAdmin(before) && !isWorkingAdmin(after) && !this.#queries.hasOtherAdmin(after.id)) {
      throw refuse('LAST_ADMIN', {});
    }
  }
}

/** The roles whose accounts somebody may see and manage besides their own. */
export function managedRoles(ctx: Ctx, all: readonly Role[]): readonly Role[] {
  if (may(ctx, 'manageRoles')) return all;
  return may(ctx, 'manageAccounts') ? ROLES_BELOW_MANAGERS : [];
}

/** Refuses managers what only admins may: to make or touch admins and managers. */
export function assertManagesRole(ctx: Ctx, role: Role): void {
  if (may(ctx, 'manageRoles')) return;
  if (!ROLES_BELOW_MANAGERS.includes(role)) {
    throw refuse('NOT_PERMITTED', { rolesThatMay: rolesThatMay('manageRoles') });
  }
}

/** Puts the given fields of a profile in place; what is left out stays. */
export function changeProfileOf(
  account: AccountEntity,
  fields: Omit<Inputs['people']['changeProfile'], 'version'>,
): void {
  account.username = fields.username ?? account.username;
  account.email = fields.email === undefined ? account.email : emailOrNone(fields.email);
  account.firstName = fields.firstName ?? account.firstName;
  account.lastName = fields.lastName ?? account.lastName;
  account.department = fields.department ?? account.department;
}

function emailOrNone(email: string): string | null {
  return email === '' ? null : email;
}

/** Whether an account may do all, and sign in to do it. */
export function isWorkingAdmin(account: AccountEntity): boolean {
  return account.role === 'admin' && account.active === 1 && account.deletedAt === null;
}

function endsSessions(before: AccountEntity, after: AccountEntity): boolean {
  return (
    before.role !== after.role ||
    before.active !== after.active ||
    before.passwordHash !== after.passwordHash ||
    before.pinHash !== after.pinHash
  );
}
