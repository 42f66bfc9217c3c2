import { DeliveryProblem, problemOf } from './delivery-problem';

const PATIENCE_MS = 10_000;

/**
 * Hands a message to an incoming webhook of Slack (https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks);
 * returns once Slack has taken it.
 * @throws DeliveryProblem, which never names the address (who knows it may write there) and of the answer only its
 * status: another service's answer is nobody's to read.
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
      // Where it leads has not been allowed.
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch (error) {
    throw problemOf(error, hide);
  }
  await response.body?.cancel().catch(() => undefined);
  if (!response.ok) throw new DeliveryProblem('refused', String(response.status));
}

/** The three characters that mean something in Slack's own markup. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
