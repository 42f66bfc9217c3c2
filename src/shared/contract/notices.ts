import { z } from 'zod';
import { call } from './base';
import { id, instant, listOf, page, person } from './common';
import { refuses } from './refusals';

/** What the store keeps sealed: it goes in and is used, and never comes out again. */
export const secretName = z.enum(['mail password', 'slack webhook']);
export type SecretName = z.infer<typeof secretName>;

const secretState = z.object({
  name: secretName,
  setAt: instant.nullable(),
  by: person.nullable(),
  /** What seals it on this machine: the system's own keychain, or a key file that only its owner can read. */
  keptBy: z.enum(['keychain', 'key file']),
});
export type SecretState = z.infer<typeof secretState>;

const noticeChannel = z.enum(['mail', 'slack']);
export type NoticeChannel = z.infer<typeof noticeChannel>;

const noticeState = z.enum(['waiting', 'sent', 'failed']);
export type NoticeState = z.infer<typeof noticeState>;

/** One alert on its way to one person, or to the store's own address, by mail or Slack. */
export const notice = z.object({
  id,
  alertId: id,
  /** What it says in its first line. */
  title: z.string(),
  channel: noticeChannel,
  /** Null for the store's own address. */
  person: person.nullable(),
  /** The mail address it goes to; '' for Slack. */
  address: z.string(),
  state: noticeState,
  tries: z.int(),
  createdAt: instant,
  /** When it is tried next, while it waits. */
  nextTryAt: instant.nullable(),
  sentAt: instant.nullable(),
  /** Why the last try failed; '' when it did not. */
  problem: z.string(),
});
export type Notice = z.infer<typeof notice>;

/** How somebody wants to hear of alerts, besides in the window. */
const noticeChoices = z.object({
  mail: z.boolean(),
  slack: z.boolean(),
  /** Whether the account has an address for mail. */
  hasEmail: z.boolean(),
  /** Whether a Slack address of their own is kept. */
  hasSlack: z.boolean(),
});
export type NoticeChoices = z.infer<typeof noticeChoices>;

/** An incoming webhook of Slack, on the host that the settings allow (`kernel/slack-address`). */
const webhook = z.url().max(500);

export const notices = {
  /** Which secrets are set, since when and by whom; never what they are. */
  secrets: call.output(z.array(secretState)),

  /** Sets or replaces a secret. A Slack webhook is an https address. */
  setSecret: call
    .input(
      z.discriminatedUnion('name', [
        z.object({ name: z.literal('mail password'), value: z.string().min(1).max(500) }),
        z.object({ name: z.literal('slack webhook'), value: webhook }),
      ]),
    )
    .errors(refuses('SLACK_ADDRESS'))
    .output(z.array(secretState)),

  /** Forgets a secret. */
  removeSecret: call.input(z.object({ name: secretName })).output(z.array(secretState)),

  /** Sends a test mail by the settings as they are kept; answers once the mail server has taken it. */
  testMail: call
    .input(z.object({ to: z.email().max(200) }))
    .errors(refuses('MAIL_NOT_SET', 'MAIL_FAILED', 'SECRET_UNREADABLE'))
    .output(z.object({})),

  /** Sends a test message to the store's Slack channel; answers once Slack has taken it. */
  testSlack: call
    .input(z.object({}))
    .errors(refuses('SLACK_NOT_SET', 'SLACK_ADDRESS', 'SLACK_FAILED', 'SECRET_UNREADABLE'))
    .output(z.object({})),

  /** How who asks wants to hear of alerts. */
  myChoices: call.output(noticeChoices),

  /** Changes how who asks hears of alerts. A Slack address of one's own is kept sealed; null forgets it. */
  changeMyChoices: call
    .input(z.object({ mail: z.boolean(), slack: z.boolean(), slackWebhook: webhook.nullable().optional() }))
    .errors(refuses('EMAIL_MISSING', 'SLACK_NOT_SET', 'SLACK_ADDRESS'))
    .output(noticeChoices),

  /** What was sent or waits to be, newest first, a page at a time. */
  list: call.input(z.object({ state: noticeState.optional(), ...page })).output(listOf(notice)),

  /** Sends one that waits or failed again at once. */
  retry: call.input(z.object({ id })).errors(refuses('NOTICE_SENT')).output(notice),
};
