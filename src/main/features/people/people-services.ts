import type { ChangeFeed } from '../../change-feed';
import type { Database } from '../../database/database';
import type { StoreKey } from '../../store-key';
import type { AuditService } from '../audit/audit.service';
import type { SettingsService } from '../stores/settings.service';
import { AccountService } from './account.service';
import { RecoveryService } from './recovery.service';
import { SecretHasher } from './secret-hasher';
import { SessionService } from './session.service';
import { TryLimitService } from './try-limit.service';

interface Needs {
  database: Database;
  key: StoreKey;
  settings: SettingsService;
  audit: AuditService;
  changes: ChangeFeed;
}

/** The services of the people feature, put together. */
export function createPeople({ database, key, settings, audit, changes }: Needs) {
  const hasher = new SecretHasher(key);
  const sessions = new SessionService(database, settings, changes);
  const tryLimit = new TryLimitService({ database, settings, audit });
  const accounts = new AccountService({ database, hasher, sessions, tryLimit, audit, changes });
  const recovery = new RecoveryService({ database });
  return { sessions, accounts, recovery };
}
