import type { NoticeProblem } from '#shared/contract/refusals';

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

/** Names what a connection failed of, by the codes of Node's sockets and of Nodemailer. */
export function problemOf(error: unknown): DeliveryProblem {
  if (error instanceof DeliveryProblem) return error;
  const { code = '', message = String(error), responseCode, cause } = error as Failure;
  const deeper = cause?.code ?? '';
  const codes = `${code} ${deeper}`;
  const detail = (cause?.message ?? message).slice(0, 300);
  if (code === 'EAUTH') return new DeliveryProblem('sign-in refused', detail);
  if (HOST_CODES.some((one) => codes.includes(one))) return new DeliveryProblem('unknown host', detail);
  if (CERTIFICATE_SIGNS.test(`${codes} ${detail}`)) return new DeliveryProblem('certificate', detail);
  if (responseCode !== undefined) return new DeliveryProblem('refused', detail);
  return new DeliveryProblem('no answer', detail);
}

interface Failure {
  code?: string;
  message?: string;
  /** What a mail server answered with (RFC 5321, 4.2). */
  responseCode?: number;
  cause?: { code?: string; message?: string };
}
