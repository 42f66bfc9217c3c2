import type { AlertWatch } from '#main/features/alerts/index';
import type { GrantService } from '#main/features/people/index';
import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Clock } from '#main/platform/clock';
import type { Database } from '#main/platform/database/database';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Log } from '#main/platform/logging/log';
import type { InUnit } from '#main/platform/work/connections';
import { DeliveryService } from './delivery.service';
import { NoticeService } from './notice.service';
import { NoticeListService } from './notice-list.service';
import { NoticeSender } from './notice-sender';
import { SealedSecrets, type SecretBoxes } from './sealed-secrets';
import { SecretService } from './secret.service';

interface Needs {
  database: Database;
  secretBoxes: SecretBoxes;
  alertsRaised: AlertWatch;
  grants: InUnit<GrantService>;
  settings: SettingsService;
  audit: InUnit<StoreLog>;
  changes: ChangeFeed;
  clock: Clock;
  log: Log;
}

/** Creates the services of notices: messages about alerts by mail and Slack. */
export function createNotices({ secretBoxes, alertsRaised, grants, audit, ...needs }: Needs) {
  const { database, settings, changes } = needs;
  const sealedSecrets = database.onReader((reader) => new SealedSecrets(reader, secretBoxes));
  const secrets = database.inUnits((tx) => new SecretService(tx, { secretBoxes, audit: audit.in(tx) }));
  const delivery = database.onReader(
    (reader) => new DeliveryService({ settings, secrets: sealedSecrets.on(reader) }),
  );
  const notices = database.inUnits(
    (tx) =>
      new NoticeService(tx, {
        secrets: secrets.in(tx),
        grants: grants.in(tx),
        settings,
        audit: audit.in(tx),
        changes,
      }),
  );
  alertsRaised.watch((tx, raised) => notices.in(tx).add(raised));
  return {
    secrets,
    sealedSecrets,
    delivery,
    notices,
    noticeLists: database.onReader((reader) => new NoticeListService(reader, sealedSecrets.on(reader))),
    noticeSender: new NoticeSender({ ...needs, delivery }),
  };
}

export type NoticesServices = ReturnType<typeof createNotices>;
