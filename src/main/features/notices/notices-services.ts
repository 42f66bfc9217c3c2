import type { ChangeFeed } from '../../change-feed';
import type { Clock } from '../../clock';
import type { Database } from '../../database/database';
import type { Log } from '../../log';
import type { SecretBox } from '../../secret-box';
import type { AlertService } from '../alerts/alert.service';
import type { AuditService } from '../audit/audit.service';
import type { SessionService } from '../people/session.service';
import type { SettingsService } from '../stores/settings.service';
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
