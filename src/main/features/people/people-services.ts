import type { AuditService } from '#main/features/audit/index';
import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Database } from '#main/platform/database/database';
import type { StoreKey } from '#main/platform/files/store-key';
import { AccountService } from './account.service';
import { AccountListService } from './account-list.service';
import { ApprovalService } from './approval.service';
import { OwnAccountService } from './own-account.service';
import { PermissionService } from './permission.service';
import { ProofService } from './proof.service';
import { RecoveryService } from './recovery.service';
import { RegistrationService } from './registration.service';
import { SecretHasher } from './secret-hasher';
import { SessionService } from './session.service';
import { SessionLockService } from './session-lock.service';
import { SignInService } from './sign-in.service';
import { TryLimitService } from './try-limit.service';

interface Needs {
  database: Database;
  key: StoreKey;
  settings: SettingsService;
  audit: AuditService;
  changes: ChangeFeed;
}

export type People = ReturnType<typeof createPeople>;

/** The services of the people feature, put together. */
export function createPeople({ database, key, settings, audit, changes }: Needs) {
  const hasher = new SecretHasher(key);
  const sessions = new SessionService(database, settings, changes);
  const locks = new SessionLockService(database, settings, changes);
  const tryLimit = new TryLimitService({ database, settings, audit, changes });
  const proofs = new ProofService({ database, settings, hasher, sessions, tryLimit });
  const accounts = new AccountService({ database, hasher, sessions, tryLimit, audit, changes });
  const accountLists = new AccountListService(database);
  const signIns = new SignInService({ database, settings, sessions, locks, proofs, audit });
  const ownAccounts = new OwnAccountService({ hasher, proofs, accounts });
  const approvals = new ApprovalService({ database, sessions, proofs });
  const registrations = new RegistrationService({
    database,
    settings,
    hasher,
    accounts,
    tryLimit,
    audit,
    changes,
  });
  const recovery = new RecoveryService({
    database,
    hasher,
    sessions,
    signIns,
    proofs,
    tryLimit,
    audit,
    changes,
  });
  const permissions = new PermissionService({ database, sessions, audit, changes });
  return {
    sessions,
    locks,
    tryLimit,
    accounts,
    accountLists,
    signIns,
    ownAccounts,
    approvals,
    registrations,
    recovery,
    permissions,
  };
}
