import type { CustomerService } from '#main/features/parties/index';
import type { SettingsService } from '#main/features/settings/index';
import { TillQueries } from '#main/features/tills/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Database } from '#main/platform/database/database';
import type { StoreKey } from '#main/platform/files/store-key';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Gate } from '#main/platform/rpc/procedures';
import type { InUnit } from '#main/platform/work/connections';
import { AccountEntity } from './account.entity';
import { AccountReads } from './account.queries';
import { AccountService } from './account.service';
import { AccountListService } from './account-list.service';
import { ApprovalService } from './approval.service';
import { ManagedAccountService } from './managed-account.service';
import { NewSecretService } from './new-secret.service';
import { OwnAccountService } from './own-account.service';
import { OwnSecretService } from './own-secret.service';
import { PermissionService } from './permission.service';
import { PermissionListService } from './permission-list.service';
import { ProofService } from './proof.service';
import { RecoveryService } from './recovery.service';
import { RecoveryCodeReads } from './recovery-code.queries';
import { RecoveryCodeService } from './recovery-code.service';
import { RegistrationService } from './registration.service';
import { RegistrationListService } from './registration-list.service';
import { RegistrationRequestService } from './registration-request.service';
import { SecretHasher } from './secret-hasher';
import { createSessions } from './session-services';
import { SessionViewService } from './session-view.service';
import { SignInService } from './sign-in.service';
import { TillSessionService } from './till-session.service';
import { createTries } from './try-services';

interface Needs {
  database: Database;
  key: StoreKey;
  settings: SettingsService;
  customers: InUnit<CustomerService>;
  audit: InUnit<StoreLog>;
  changes: ChangeFeed;
}

/** Creates the services of the people feature. */
export function createPeople({ database, key, settings, customers, audit, changes }: Needs) {
  const hasher = new SecretHasher(key);
  const tries = createTries({ database, settings, audit, changes });
  const { gateInUnit, committedGrants, liveSessions, sessionUses, ...ofSessions } = createSessions({
    database,
    settings,
    changes,
  });
  const { tryLimit, tryRecords } = tries;
  const { grants, sessions, locks, activity } = ofSessions;

  const committed = database.onReader((reader) => new AccountReads(reader));
  const proofs = database.onReader(
    (reader) => new ProofService(reader, { settings, hasher, sessions: liveSessions.on(reader), tryLimit }),
  );
  const approvals = database.onReader(
    (reader) =>
      new ApprovalService(reader, { grants: committedGrants.on(reader), proofs: proofs.on(reader) }),
  );
  const sessionViews = database.onReader(
    (reader) =>
      new SessionViewService(reader, {
        settings,
        grants: committedGrants.on(reader),
        sessions: liveSessions.on(reader),
        sessionUses: sessionUses.on(reader),
        proofs: proofs.on(reader),
      }),
  );
  const newSecrets = database.onReader(
    (reader) => new NewSecretService({ settings, hasher, grants: committedGrants.on(reader), tryLimit }),
  );
  const tillSessions = database.inUnits(
    (tx) => new TillSessionService(tx, { sessions: sessions.in(tx), audit: audit.in(tx) }),
  );
  const accounts = database.inUnits(
    (tx) =>
      new AccountService(tx, {
        repository: database.repository(tx, AccountEntity),
        customers: customers.in(tx),
        sessions: sessions.in(tx),
        tryRecords: tryRecords.in(tx),
        audit: audit.in(tx),
        changes,
      }),
  );
  const ownAccounts = database.inUnits((tx) => new OwnAccountService(accounts.in(tx)));
  const registrations = database.inUnits(
    (tx) => new RegistrationService(tx, { accounts: accounts.in(tx), audit: audit.in(tx) }),
  );
  const recoveryCodes = database.inUnits(
    (tx) =>
      new RecoveryCodeService(tx, {
        sessions: sessions.in(tx),
        tillSessions: tillSessions.in(tx),
        tryRecords: tryRecords.in(tx),
        audit: audit.in(tx),
      }),
  );
  const gate: Omit<Gate, 'checkSetupCode'> = {
    authenticate: (token, now) => database.read((reader) => liveSessions.on(reader).authenticate(token, now)),
    isLocked: (sessionId, now) => database.read((reader) => sessionUses.on(reader).isLocked(sessionId, now)),
    inUnit: gateInUnit,
    noteActivity: (sessionId, now) => activity.noteActivity(sessionId, now),
    approve: (asker, needs, proof, now) =>
      database.read((reader) => approvals.on(reader).approve(asker, needs, proof, now)),
  };
  return {
    gate,
    ...tries,
    ...ofSessions,
    sessionViews,
    tillSessions,
    approvals,
    newSecrets,
    accounts,
    ownAccounts,
    registrations,
    recoveryCodes,
    accountLists: database.onReader((reader) => new AccountListService(reader)),
    managedAccounts: new ManagedAccountService({ committed, newSecrets, accounts }),
    ownSecrets: new OwnSecretService({ committed, proofs, newSecrets, ownAccounts }),
    signIns: new SignInService({
      database,
      tills: database.onReader((reader) => new TillQueries(reader)),
      proofs,
      sessionViews,
      grants,
      locks,
      tillSessions,
    }),
    registrationRequests: new RegistrationRequestService({
      database,
      settings,
      hasher,
      tryLimit,
      registrations,
    }),
    registrationLists: database.onReader((reader) => new RegistrationListService(reader)),
    recovery: new RecoveryService({
      database,
      newSecrets,
      tryLimit,
      committed,
      codes: database.onReader((reader) => new RecoveryCodeReads(reader)),
      proofs,
      sessionViews,
      recoveryCodes,
    }),
    permissions: database.inUnits(
      (tx) =>
        new PermissionService(tx, {
          grants: grants.in(tx),
          sessions: sessions.in(tx),
          audit: audit.in(tx),
          changes,
        }),
    ),
    permissionLists: database.onReader((reader) => new PermissionListService(committedGrants.on(reader))),
  };
}

export type People = ReturnType<typeof createPeople>;
