import { type RaisedAlert, wordsOf } from '#main/features/alerts/index';
import type { GrantService } from '#main/features/people/index';
import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Tx } from '#main/platform/work/connections';
import type { ParsedInputs } from '#shared/contract/index';
import type { Notice, NoticeChannel, NoticeChoices } from '#shared/contract/notices';
import { refuse } from '#shared/contract/refusals';
import { type Choice, noticeReads, noticeWrites } from './notice.queries';
import { choicesOf } from './notice-choices';
import type { SecretService } from './secret.service';
import { ownSlack } from './secret-names';
import { assertSlackAddress } from './slack-address';

type Calls = ParsedInputs['notices'];

interface Parts {
  secrets: SecretService;
  grants: GrantService;
  settings: SettingsService;
  audit: StoreLog;
  changes: ChangeFeed;
}

interface Recipient {
  accountId: number | null;
  channel: NoticeChannel;
  address: string;
}

/** Decides who is notified of which alert, by mail and Slack. Notices are written with the alert and sent later. */
export class NoticeService {
  readonly #parts: Parts;
  readonly #reads;
  readonly #writes;

  constructor(tx: Tx, parts: Parts) {
    this.#parts = parts;
    this.#reads = noticeReads(tx);
    this.#writes = noticeWrites(tx);
  }

  /** Retries a notice immediately. @throws NOTICE_SENT, NOT_FOUND */
  retry(ctx: Ctx, id: number): Notice {
    const before = this.#one(id);
    if (before.sentAt !== null) throw refuse('NOTICE_SENT', { sentAt: before.sentAt });
    this.#writes.again.run(ctx.now, id);
    this.#parts.audit.record(ctx, { entity: 'notice', entityId: id, label: before.title });
    return this.#one(id);
  }

  /** Sets a secret of the store. @throws SLACK_ADDRESS */
  setSecret(ctx: Ctx, { name, value }: Calls['setSecret']): void {
    const { secrets, settings } = this.#parts;
    if (name === 'slack webhook') assertSlackAddress(value, settings.current.slackHost);
    secrets.set(ctx, name, value);
  }

  /** Changes how the signed-in person is notified of alerts. @throws EMAIL_MISSING, SLACK_NOT_SET, SLACK_ADDRESS */
  choose(ctx: Ctx, { mail, slack, slackWebhook }: Calls['changeMyChoices']): NoticeChoices {
    const { secrets, settings, audit, changes } = this.#parts;
    const name = ownSlack(ctx.account.id);
    const before = choicesOf(ctx, this.#reads, secrets);
    if (slackWebhook === null) secrets.remove(ctx, name);
    else if (slackWebhook !== undefined) {
      assertSlackAddress(slackWebhook, settings.current.slackHost);
      secrets.set(ctx, name, slackWebhook);
    }
    if (mail && !before.hasEmail) throw refuse('EMAIL_MISSING', {});
    if (slack && !secrets.has(name)) throw refuse('SLACK_NOT_SET', {});
    this.#writes.choose.run(ctx.account.id, mail ? 1 : 0, slack ? 1 : 0);
    const after = choicesOf(ctx, this.#reads, secrets);
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

  /** Adds the notices of newly raised alerts, for all recipients. */
  add(raised: readonly RaisedAlert[]): void {
    const recipients = this.#recipients();
    if (recipients.length === 0) return;
    const { settings, changes } = this.#parts;
    for (const alert of raised) {
      const words = wordsOf(alert, settings.current.locale);
      for (const recipient of recipients)
        this.#writes.add.run({ ...recipient, ...words, alertId: alert.id, now: alert.raisedAt });
    }
    changes.publish('notices');
  }

  /** The store's own addresses, and those of everyone who chose to be notified and may see alerts. */
  #recipients(): Recipient[] {
    const { settings, secrets } = this.#parts;
    const { smtpHost, alertMailTo } = settings.current;
    const recipients: Recipient[] = [];
    if (smtpHost !== '' && alertMailTo !== '')
      recipients.push({ accountId: null, channel: 'mail', address: alertMailTo });
    if (secrets.has('slack webhook')) recipients.push({ accountId: null, channel: 'slack', address: '' });
    for (const { accountId, mail, slack, email, role } of this.#reads.choosers.all()) {
      if (!this.#maySee(role)) continue;
      if (mail === 1 && email && smtpHost !== '')
        recipients.push({ accountId, channel: 'mail', address: email });
      if (slack === 1) recipients.push({ accountId, channel: 'slack', address: '' });
    }
    return recipients;
  }

  #maySee(role: Choice['role']): boolean {
    return this.#parts.grants.grantsOf(role).get('stockReports') === 'yes';
  }

  #one(id: number): Notice {
    const notice = this.#reads.one(id);
    if (!notice) throw refuse('NOT_FOUND', { what: 'notice' });
    return notice;
  }
}
