import { z } from 'zod';
import { call } from './base';
import { id, instant, listOf, page, person, words } from './common';
import { refuses } from './refusals';

/** The secrets that the store keeps encrypted: they are set and used, and never returned. */
export const secretName = z.enum(['mail password', 'slack webhook']);
export type SecretName = z.infer<typeof secretName>;

const secretState = z.object({
  name: secretName,
  setAt: instant.nullable(),
  by: person.nullable(),
  /** What encrypts it on this machine: the system's keychain, or a key file that only its owner can read. */
  keptBy: z.enum(['keychain', 'key file']),
});
export type SecretState = z.infer<typeof secretState>;

const noticeChannel = z.enum(['mail', 'slack']);
export type NoticeChannel = z.infer<typeof noticeChannel>;

const noticeState = z.enum(['waiting', 'sent', 'failed']);
export type NoticeState = z.infer<typeof noticeState>;

/** The delivery of one alert to one person, or to the store's own address, by mail or Slack. */
const notice = z.object({
  id,
  alertId: id,
  /** The first line of the message. */
  title: z.string(),
  channel: noticeChannel,
  /** Null for the store's own address. */
  person: person.nullable(),
  /** The mail address it goes to; '' for Slack. */
  address: z.string(),
  state: noticeState,
  tries: z.int(),
  createdAt: instant,
  /** When it is tried next; null unless it is waiting. */
  nextTryAt: instant.nullable(),
  sentAt: instant.nullable(),
  /** Why the last try failed; '' when it did not. */
  problem: z.string(),
});
export type Notice = z.infer<typeof notice>;

/** How a person wants to be notified of alerts, in addition to the window. */
const noticeChoices = z.object({
  mail: z.boolean(),
  slack: z.boolean(),
  /** Whether the account has an email address. */
  hasEmail: z.boolean(),
  /** Whether the person has a Slack webhook of their own. */
  hasSlack: z.boolean(),
});
export type NoticeChoices = z.infer<typeof noticeChoices>;

/** The address of a Slack incoming webhook; SLACK_ADDRESS refuses any other text, and other hosts. */
const webhook = words(500);

export const notices = {
  /** Which secrets are set, when and by whom; never their values. */
  secrets: call.output(z.array(secretState)),

  /** Sets or replaces a secret. A Slack webhook must be an https address. */
  setSecret: call
    .input(
      z.discriminatedUnion('name', [
        z.object({ name: z.literal('mail password'), value: z.string().min(1).max(500) }),
        z.object({ name: z.literal('slack webhook'), value: webhook }),
      ]),
    )
    .errors(refuses('SLACK_ADDRESS'))
    .output(z.array(secretState)),

  /** Removes a secret and returns the state of all; one that is not set stays as it is. */
  removeSecret: call.input(z.object({ name: secretName })).output(z.array(secretState)),

  /** Sends a test mail with the saved settings; returns once the mail server has accepted it. */
  testMail: call
    .input(z.object({ to: z.email().max(200) }))
    .errors(refuses('MAIL_NOT_SET', 'MAIL_FAILED', 'SECRET_UNREADABLE'))
    .output(z.object({})),

  /** Sends a test message to the store's Slack channel; returns once Slack has accepted it. */
  testSlack: call
    .input(z.object({}))
    .errors(refuses('SLACK_NOT_SET', 'SLACK_ADDRESS', 'SLACK_FAILED', 'SECRET_UNREADABLE'))
    .output(z.object({})),

  /** How the signed-in person wants to be notified of alerts. */
  myChoices: call.output(noticeChoices),

  /** Changes how the signed-in person is notified. Their Slack webhook is kept encrypted; null removes it. */
  changeMyChoices: call
    .input(z.object({ mail: z.boolean(), slack: z.boolean(), slackWebhook: webhook.nullable().optional() }))
    .errors(refuses('EMAIL_MISSING', 'SLACK_NOT_SET', 'SLACK_ADDRESS'))
    .output(noticeChoices),

  /** Notices in any state, newest first, a page at a time. */
  list: call.input(z.object({ state: noticeState.optional(), ...page })).output(listOf(notice)),

  /** Sends a waiting or failed notice again at once. */
  retry: call.input(z.object({ id })).errors(refuses('NOTICE_SENT')).output(notice),
};
