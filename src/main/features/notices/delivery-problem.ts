import type { NoticeProblem } from '#shared/contract/refusal-codes';

/** The reason why a mail or Slack server did not accept a message. */
export class DeliveryProblem extends Error {
  readonly problem: NoticeProblem;

  /** @param detail the server's response or error text; never contains a secret */
  constructor(problem: NoticeProblem, detail: string) {
    super(detail);
    this.problem = problem;
  }
}

const HOST_CODES = ['ENOTFOUND', 'EAI_AGAIN', 'EDNS'];
const CERTIFICATE_SIGNS = /certificate|CERT_|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME|ETLS|wrong version number/i;

/**
 * Determines why a connection failed, from the codes of Node's sockets and of Nodemailer.
 * @param hide texts that must not appear in the detail, even if the server or the error repeats them
 */
export function problemOf(error: unknown, hide: readonly string[]): DeliveryProblem {
  if (error instanceof DeliveryProblem) return error;
  const { code = '', message = String(error), responseCode, cause } = error as Failure;
  const deeper = cause?.code ?? '';
  const codes = `${code} ${deeper}`;
  const detail = hidden(cause?.message ?? message, hide).slice(0, 300);
  if (code === 'EAUTH') return new DeliveryProblem('sign-in refused', detail);
  if (HOST_CODES.some((one) => codes.includes(one))) return new DeliveryProblem('unknown host', detail);
  if (CERTIFICATE_SIGNS.test(`${codes} ${detail}`)) return new DeliveryProblem('certificate', detail);
  if (responseCode !== undefined) return new DeliveryProblem('refused', detail);
  return new DeliveryProblem('no answer', detail);
}

/** An external text with the hidden texts removed: some servers repeat the request in their response. */
function hidden(text: string, hide: readonly string[]): string {
  return hide.filter((one) => one.length > 1).reduce((rest, one) => rest.replaceAll(one, '…'), text);
}

interface Failure {
  code?: string;
  message?: string;
  /** The reply code of a mail server (RFC 5321, 4.2). */
  responseCode?: number;
  cause?: { code?: string; message?: string };
}
