import type { Repository } from 'typeorm';
import type { CustomerService } from '#main/features/parties/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import { assertAllowed, type Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Tx } from '#main/platform/work/connections';
import type { Role } from '#shared/contract/common';
import type { Inputs } from '#shared/contract/index';
import type { Account } from '#shared/contract/people';
import { refuse } from '#shared/contract/refusals';
import type { AccountEntity } from './account.entity';
import { AccountReads, AccountWrites } from './account.queries';
import { auditedOf, isWorkingAdmin, nameOf, viewOf } from './account-view';
import { assertManagesRole } from './managed-roles';
import { assertFree, type Wanted } from './name-rules';
import type { HashedSecrets } from './new-secret.service';
import type { SessionService } from './session.service';
import type { TryRecordService } from './try-record.service';

/** The details of a new account; an empty email means none. */
export interface AccountFields {
  username: string;
  email: string;
  firstName: string;
  lastName: string;
  role: Role;
  department: string;
}

interface Parts {
  repository: Repository<AccountEntity>;
  customers: CustomerService;
  sessions: SessionService;
  tryRecords: TryRecordService;
  audit: StoreLog;
  changes: ChangeFeed;
}

/** Creates, changes and deletes accounts. */
export class AccountService {
  readonly #parts: Parts;
  readonly #reads: AccountReads;
  readonly #writes: AccountWrites;

  constructor(tx: Tx, parts: Parts) {
    this.#parts = parts;
    this.#reads = new AccountReads(tx);
    this.#writes = new AccountWrites(tx);
  }

  /**
   * Creates an account. The caller checks the permission and records it in the store log.
   * @param by the account that creates it, or null if nobody is signed in yet.
   * @returns the new account's id.
   * @throws USERNAME_TAKEN, EMAIL_TAKEN, PERSON_NAME_TAKEN; deleted accounts keep their username and email.
   */
  insert(fields: AccountFields, secrets: HashedSecrets, by: number | null, now: number): number {
    const row = { ...fields, email: emailOrNone(fields.email), ...secrets };
    this.assertFree(row, null);
    const isCustomer = row.role === 'customer';
    const partyId = isCustomer ? this.#parts.customers.add(customerOf(row), now) : null;
    return this.#writes.insert({ ...row, partyId, by, now });
  }

  /**
   * Creates an account for a caller with permission and records it in the store log. @throws what {@link insert}
   * throws.
   */
  async insertFor(ctx: Ctx, fields: AccountFields, secrets: HashedSecrets): Promise<AccountEntity> {
    const account = await this.find(this.insert(fields, secrets, ctx.account.id, ctx.now));
    this.#parts.audit.record(ctx, {
      entity: 'account',
      entityId: account.id,
      label: nameOf(account),
      after: auditedOf(account),
    });
    return account;
  }

  /**
   * Changes another person's account. A new role, password or PIN, or deactivating it, ends the person's session; a new
   * password or PIN clears every wait after wrong attempts.
   * @param secrets the new ones, hashed
   * @throws NOT_PERMITTED for accounts and roles above the signed-in person, LAST_ADMIN, CHANGED_MEANWHILE,
   * USERNAME_TAKEN, EMAIL_TAKEN, PERSON_NAME_TAKEN.
   */
  async change(
    ctx: Ctx,
    input: Inputs['people']['changeAccount'],
    secrets: Partial<HashedSecrets>,
  ): Promise<Account> {
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
      this.#parts.sessions.end(account.id, 'account changed', ctx.now);
    }
    return viewOf(account);
  }

  /**
   * Hides and disables an account: the signed-in person's own or one below. It keeps its username and email, so that no
   * other person is mistaken for its owner. Deleting a customer's account also deletes the customer.
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
    if (account.role === 'customer' && account.partyId !== null) {
      this.#parts.customers.delete(account.partyId, ctx.now);
    }
    this.#parts.sessions.end(id, 'account changed', ctx.now);
  }

  /** An account that is not deleted. @throws NOT_FOUND. */
  async find(id: number): Promise<AccountEntity> {
    const account = await this.#parts.repository.findOneBy({ id });
    if (!account || account.deletedAt !== null) throw refuse('NOT_FOUND', { what: 'account' });
    return account;
  }

  /** Writes a changed account with its new version and its log entry, and updates its party. */
  async keep(ctx: Ctx, before: AccountEntity, account: AccountEntity): Promise<void> {
    const { repository, sessions, tryRecords, audit, changes } = this.#parts;
    this.assertFree(account, before);
    account.version += 1;
    account.changedAt = ctx.now;
    account.changedById = ctx.account.id;
    this.#keepParty(account, ctx.now);
    await repository.save(account);
    if (account.passwordHash !== before.passwordHash || account.pinHash !== before.pinHash) {
      tryRecords.liftAll(account.id);
    }
    audit.record(ctx, {
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
    sessions.forgetAll();
    changes.publish('session');
  }

  /** @throws CHANGED_MEANWHILE when the given version is outdated. */
  assertVersion(account: AccountEntity, version: number): void {
    if (account.version === version) return;
    const changer = account.changedById === null ? undefined : this.#reads.byId(account.changedById);
    throw refuse('CHANGED_MEANWHILE', { what: nameOf(account), by: changer ? nameOf(changer) : '' });
  }

  /** Refuses names that another account has, or that look like them (`assertFree` of name-rules). */
  assertFree(wanted: Wanted, own: AccountEntity | null): void {
    assertFree(this.#reads, wanted, own);
  }

  /** A person who becomes a customer gets a party, and keeps it after they stop being one. */
  #keepParty(account: AccountEntity, now: number): void {
    const { customers } = this.#parts;
    if (account.partyId !== null) customers.change(account.partyId, customerOf(account));
    else if (account.role === 'customer') account.partyId = customers.add(customerOf(account), now);
  }

  /** @throws LAST_ADMIN when a change would leave no admin who can sign in. */
  #assertAdminLeft(before: AccountEntity, after: AccountEntity): void {
    if (isWorkingAdmin(before) && !isWorkingAdmin(after) && !this.#reads.hasOtherAdmin(after.id)) {
      throw refuse('LAST_ADMIN', {});
    }
  }
}

/** Sets the given fields of a profile; omitted ones stay unchanged. */
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

function customerOf(account: Pick<AccountEntity, 'firstName' | 'lastName' | 'email'>) {
  return { name: nameOf(account), email: account.email ?? '' };
}

function emailOrNone(email: string): string | null {
  return email === '' ? null : email;
}

function endsSessions(before: AccountEntity, after: AccountEntity): boolean {
  return (
    before.role !== after.role ||
    before.active !== after.active ||
    before.passwordHash !== after.passwordHash ||
    before.pinHash !== after.pinHash
  );
}
