import { type AlertService, type RaisedAlert, wordsOf } from '#main/features/alerts/index';
import type { AuditService } from '#main/features/audit/index';
import type { SessionService } from '#main/features/people/index';
import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { Database } from '#main/platform/database/database';
import type { ParsedInputs } from '#shared/contract/index';
import type { Notice, NoticeChannel, NoticeChoices } from '#shared/contract/notices';
import { refuse } from '#shared/contract/refusals';
import { type Choice, noticeQueries } from './notice.queries';
import type { SecretService } from './secret.service';
import { assertSlackAddress } from './slack-address';

type Calls = ParsedInputs['notices'];

interface Needs {
  database: Database;
  alerts: AlertService;
  secrets: SecretService;
  sessions: SessionService;
  settings: SettingsService;
  audit: AuditService;
  changes: ChangeFeed;
}

interface Recipient {
  accountId: number | null;
  channel: NoticeChannel;
  address: string;
}

const COUNTED_TO = 1000;

/** Who hears of which alert, by mail and Slack: written with the alert itself, sent later by the sender. */
export class NoticeService {
  readonly #needs: Needs;
  readonly #notices;
  readonly #lists;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#notices = noticeQueries(needs.database.handle);
    this.#lists = noticeQueries(needs.database.reader);
    needs.alerts.onRaised((raised) => this.#add(raised));
  }

  /** A page of notices, newest first. */
  list({ state, offset, limit }: Calls['list']) {
    const counted = this.#lists.count(state, COUNTED_TO + 1);
    const rows = this.#lists.page(state, offset, limit);
    return { rows, total: Math.min(counted, COUNTED_TO), totalIsExact: counted <= COUNTED_TO };
  }

  /** Has a notice tried again at once. @throws NOTICE_SENT, NOT_FOUND */
  retry(ctx: Ctx, id: number): Notice {
    const before = this.#one(id);
    if (before.sentAt !== null) throw refuse('NOTICE_SENT', { sentAt: before.sentAt });
    this.#notices.again.run(ctx.now, id);
    this.#needs.audit.record(ctx, { entity: 'notice', entityId: id, label: before.title });
    this.#needs.changes.publish('notices');
    return this.#one(id);
  }

  /** How who asks hears of alerts. */
  choicesOf(ctx: Ctx): NoticeChoices {
    const choice = this.#notices.choice.get(ctx.account.id);
    return {
      mail: choice?.mail === 1,
      slack: choice?.slack === 1,
      hasEmail: Boolean(choice?.email),
      hasSlack: this.#needs.secrets.has(ownSlack(ctx.account.id)),
    };
  }

  /** Sets a secret of the store. @throws SLACK_ADDRESS */
  setSecret(ctx: Ctx, { name, value }: Calls['setSecret']): void {
    const { secrets, settings } = this.#needs;
    if (name === 'slack webhook') assertSlackAddress(value, settings.current.slackHost);
    secrets.set(ctx, name, value);
  }

  /** Changes how who asks hears of alerts. @throws EMAIL_MISSING, SLACK_NOT_SET, SLACK_ADDRESS */
  choose(ctx: Ctx, { mail, slack, slackWebhook }: Calls['changeMyChoices']): NoticeChoices {
    const { secrets, settings, audit, changes } = this.#needs;
    const name = ownSlack(ctx.account.id);
    const before = this.choicesOf(ctx);
    if (slackWebhook === null) secrets.remove(ctx, name);
    else if (slackWebhook !== undefined) {
      assertSlackAddress(slackWebhook, settings.current.slackHost);
      secrets.set(ctx, name, slackWebhook);
    }
    if (mail && !before.hasEmail) throw refuse('EMAIL_MISSING', {});
    if (slack && !secrets.has(name)) throw refuse('SLACK_NOT_SET', {});
    this.#notices.choose.run(ctx.account.id, mail ? 1 : 0, slack ? 1 : 0);
    const after = this.choicesOf(ctx);
    audit.record(ctx, {
      entity: 'account',
      entityId: ctx.account.id,
      label: ctx.account.name,
      before: { alertsByMail: before.mail, alertsBySlack: before.slack },
      after: { alertsByMail: after.mail, alertsBySlack: after.slack },
    });
    changes.publish('notices');
    return after;
  }

  #add(raised: readonly RaisedAlert[]): void {
    const recipients = this.#recipients();
    if (recipients.length === 0) return;
    const { settings, changes } = this.#needs;
    for (const alert of raised) {
      const words = wordsOf(alert, settings.current.locale);
      for (const recipient of recipients)
        this.#notices.add.run({ ...recipient, ...words, alertId: alert.id, now: alert.raisedAt });
    }
    changes.publish('notices');
  }

  /** The store's own addresses, and those of everybody who chose to hear and may see alerts. */
  #recipients(): Recipient[] {
    const { settings, secrets } = this.#needs;
    const { smtpHost, alertMailTo } = settings.current;
    const recipients: Recipient[] = [];
    if (smtpHost !== '' && alertMailTo !== '')
      recipients.push({ accountId: null, channel: 'mail', address: alertMailTo });
    if (secrets.has('slack webhook')) recipients.push({ accountId: null, channel: 'slack', address: '' });
    for (const { accountId, mail, slack, email, role } of this.#notices.choosers.all()) {
      if (!this.#maySee(role)) continue;
      if (mail === 1 && email && smtpHost !== '')
        recipients.push({ accountId, channel: 'mail', address: email });
      if (slack === 1) recipients.push({ accountId, channel: 'slack', address: '' });
    }
    return recipients;
  }

  #maySee(role: Choice['role']): boolean {
    return this.#needs.sessions.grantsOf(role).get('stockReports') === 'yes';
  }

  #one(id: number): Notice {
    const notice = this.#notices.one(id);
    if (!notice) throw refuse('NOT_FOUND', { what: 'notice' });
    return notice;
  }
}

/** The name under which somebody's own Slack address is sealed. */
export function ownSlack(accountId: number): `slack webhook of ${number}` {
  return `slack webhook of ${accountId}`;
}
