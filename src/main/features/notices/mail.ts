import { createTransport } from 'nodemailer';
import type { Settings } from '#shared/contract/settings';
import { problemOf } from './delivery-problem';

interface Mail {
  to: string;
  subject: string;
  text: string;
  /** The same for the same mail, so that a duplicate can be recognized (RFC 5322, 3.6.4). */
  messageId: string;
}

/** No sale waits for this, but a person testing the settings does. */
const PATIENCE_MS = 10_000;

/**
 * Sends a mail to the store's mail server; returns once the server has accepted it.
 * @throws DeliveryProblem
 */
export async function sendMail(settings: Settings, password: string | undefined, mail: Mail): Promise<void> {
  const { smtpHost, smtpPort, smtpSecurity, smtpUser, mailFrom, email, name } = settings;
  const transport = createTransport({
    host: smtpHost,
    port: smtpPort,
    secure: smtpSecurity === 'tls',
    requireTLS: smtpSecurity === 'starttls',
    ignoreTLS: smtpSecurity === 'none',
    ...(smtpUser === '' ? {} : { auth: { user: smtpUser, pass: password ?? '' } }),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({ ...mail, from: { name, address: mailFrom || email || mail.to } });
  } catch (error) {
    // The secret in plain text and as sent by AUTH LOGIN and AUTH PLAIN (RFC 4616).
    const secret = password ?? '';
    const hide = [`\0${smtpUser}\0${secret}`, secret].map((one) => Buffer.from(one).toString('base64'));
    throw problemOf(error, [secret, ...hide]);
  } finally {
    transport.close();
  }
}
