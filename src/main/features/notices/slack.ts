import { DeliveryProblem, hidden, problemOf } from './delivery-problem';

const PATIENCE_MS = 10_000;

/**
 * Hands a message to an incoming webhook of Slack (https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks);
 * returns once Slack has taken it.
 * @throws DeliveryProblem, which never names the address: who knows it may write there.
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
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch (error) {
    throw problemOf(error, hide);
  }
  const answer = hidden(await response.text().catch(() => ''), hide).slice(0, 200);
  if (!response.ok) throw new DeliveryProblem('refused', `${response.status} ${answer}`.trim());
}

/** The three characters that mean something in Slack's own markup. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
