import { hostname } from 'node:os';
import type { SettingsService } from '#main/features/settings/index';
import { refuse } from '#shared/contract/refusals';
import { DeliveryProblem } from './delivery-problem';
import { sendMail } from './mail';
import type { DueNotice } from './notice.queries';
import type { SealedSecrets } from './sealed-secrets';
import { type AnySecret, ownSlack } from './secret-names';
import { sendToSlack } from './slack';
import { assertSlackAddress } from './slack-address';

interface Parts {
  settings: SettingsService;
  secrets: SealedSecrets;
}

/**
 * Sends messages to the store's mail server and to Slack. Always outside any unit of work: it waits for the network.
 */
export class DeliveryService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Sends one notice. @throws DeliveryProblem, SECRET_UNREADABLE, MAIL_NOT_SET, SLACK_NOT_SET, SLACK_ADDRESS */
  async send({ id, accountId, channel, address, title, body, createdAt }: DueNotice): Promise<void> {
    if (channel === 'slack') {
      await this.#slack(accountId === null ? 'slack webhook' : ownSlack(accountId), `${title}\n${body}`);
      return;
    }
    const { name } = this.#parts.settings.current;
    const text = `${body}\n\n${name}\n`;
    await this.#mail({
      to: address,
      subject: title,
      text,
      messageId: messageIdOf(`notice-${id}-${createdAt}`),
    });
  }

  /** Sends a test mail. @throws MAIL_NOT_SET, MAIL_FAILED, SECRET_UNREADABLE */
  async testMail(to: string, now: number): Promise<void> {
    const { name } = this.#parts.settings.current;
    const text = `This is a test of the email settings of ${name}. Alerts will arrive the same way.\n`;
    const mail = { to, subject: `Test email from ${name}`, text, messageId: messageIdOf(`test-${now}`) };
    await declared('MAIL_FAILED', this.#mail(mail));
  }

  /** Sends a test message to the store's channel. @throws SLACK_NOT_SET, SLACK_ADDRESS, SLACK_FAILED, SECRET_UNREADABLE */
  async testSlack(): Promise<void> {
    const { name } = this.#parts.settings.current;
    await declared(
      'SLACK_FAILED',
      this.#slack('slack webhook', `This is a test from ${name}. Alerts will arrive here.`),
    );
  }

  async #mail(mail: Parameters<typeof sendMail>[2]): Promise<void> {
    const { settings, secrets } = this.#parts;
    if (settings.current.smtpHost === '') throw refuse('MAIL_NOT_SET', {});
    await sendMail(settings.current, secrets.open('mail password'), mail);
  }

  async #slack(name: AnySecret, text: string): Promise<void> {
    const webhook = this.#parts.secrets.open(name);
    if (webhook === undefined) throw refuse('SLACK_NOT_SET', {});
    assertSlackAddress(webhook, this.#parts.settings.current.slackHost);
    await sendToSlack(webhook, text);
  }
}

/**
 * Unique to this mail: mail programs hide a second mail with the same id, also one of another store on this machine.
 */
function messageIdOf(what: string): string {
  return `<${what}@${hostname().replaceAll(/[^\w.-]/g, '') || 'tillroom'}.tillroom>`;
}

async function declared(code: 'MAIL_FAILED' | 'SLACK_FAILED', sending: Promise<void>): Promise<void> {
  try {
    await sending;
  } catch (error) {
    if (!(error instanceof DeliveryProblem)) throw error;
    throw refuse(code, { problem: error.problem, detail: error.message });
  }
}
