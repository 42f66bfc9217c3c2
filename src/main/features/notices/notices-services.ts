import type { AlertService } from '#main/features/alerts/index';
import type { AuditService } from '#main/features/audit/index';
import type { SessionService } from '#main/features/people/index';
import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Clock } from '#main/platform/clock';
import type { Database } from '#main/platform/database/database';
import type { SecretBox } from '#main/platform/files/secret-box';
import type { Log } from '#main/platform/logging/log';
import { DeliveryService } from './delivery.service';
import { NoticeService } from './notice.service';
import { NoticeSender } from './notice-sender';
import { SecretService } from './secret.service';

interface Needs {
  database: Database;
  secretBoxes: readonly [SecretBox, ...SecretBox[]];
  alerts: AlertService;
  sessions: SessionService;
  settings: SettingsService;
  audit: AuditService;
  changes: ChangeFeed;
  clock: Clock;
  log: Log;
}

/** The services of notices, put together: alerts on their way by mail and Slack. */
export function createNotices(needs: Needs) {
  const secrets = new SecretService(needs);
  const delivery = new DeliveryService({ settings: needs.settings, secrets });
  return {
    secrets,
    delivery,
    notices: new NoticeService({ ...needs, secrets }),
    noticeSender: new NoticeSender({ ...needs, delivery }),
  };
}

export type NoticesServices = ReturnType<typeof createNotices>;
