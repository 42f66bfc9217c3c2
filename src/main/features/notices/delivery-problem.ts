import type { NoticeProblem } from '#shared/contract/refusal-codes';

/** Why a mail or Slack server did not take a message. */
export class DeliveryProblem extends Error {
  readonly problem: NoticeProblem;

  /** @param detail what the other side said, in its own words; never a secret */
  constructor(problem: NoticeProblem, detail: string) {
    super(detail);
    this.problem = problem;
  }
}

const HOST_CODES = ['ENOTFOUND', 'EAI_AGAIN', 'EDNS'];
const CERTIFICATE_SIGNS = /certificate|CERT_|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME|ETLS|wrong version number/i;

/**
 * Names what a connection failed of, by the codes of Node's sockets and of Nodemailer.
 * @param hide what must not be in the detail, even where the other side or the error repeats it
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

/** A text of another's without what must not be told on: some servers answer with what they were asked. */
export function hidden(text: string, hide: readonly string[]): string {
  return hide.filter((one) => one.length > 1).reduce((rest, one) => rest.replaceAll(one, '…'), text);
}

interface Failure {
  code?: string;
  message?: string;
  /** What a mail server answered with (RFC 5321, 4.2). */
  responseCode?: number;
  cause?: { code?: string; message?: string };
}
