import type { TFunction } from 'i18next';
import type { Format } from '#renderer/lib/format';
import type { Notice } from '#shared/contract/notices';

/** The delivery state of a notice, and the problem if there is one. */
export function outcomeInWords(t: TFunction<'notices'>, format: Format, notice: Notice): string {
  const at = notice.sentAt ?? notice.nextTryAt;
  const words = t(`outcomes.${notice.state}`, {
    time: at === null ? '' : format.dateTime(at),
    count: notice.tries,
  });
  return notice.problem === '' ? words : `${words} ${problemInWords(t, notice.problem)}`;
}

/** A stored failure is either a refusal's code or the answer of the other server. */
function problemInWords(t: TFunction<'notices'>, problem: string): string {
  switch (problem) {
    case 'MAIL_NOT_SET':
    case 'SLACK_NOT_SET':
    case 'SLACK_ADDRESS':
    case 'SECRET_UNREADABLE':
      return t(`problems.${problem}`);
    default:
      return problem;
  }
}
