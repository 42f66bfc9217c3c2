import { DeliveryProblem, problemOf } from './delivery-problem';

const PATIENCE_MS = 10_000;

/**
 * Sends a message to an incoming webhook of Slack
 * (https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks); returns once Slack has accepted it.
 * @throws DeliveryProblem, which never contains the address (anyone who knows it can post there) and only the status of
 * the response: another service's response must not be shown to anyone.
 */
export async function sendToSlack(webhook: string, text: string): Promise<void> {
  const { href, pathname, search } = new URL(webhook);
  const hide = [webhook, href, `${pathname}${search}`, pathname];
  let response: Response;
  try {
    response = await fetch(webhook, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: escaped(text) }),
      // The target of a redirect has not been checked.
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch (error) {
    throw problemOf(error, hide);
  }
  await response.body?.cancel().catch(() => undefined);
  if (!response.ok) throw new DeliveryProblem('refused', String(response.status));
}

/** Escapes the three characters with a meaning in Slack's markup. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
