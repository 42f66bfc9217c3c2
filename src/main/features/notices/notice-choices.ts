import type { Ctx } from '#main/platform/ctx';
import type { NoticeChoices } from '#shared/contract/notices';
import type { noticeReads } from './notice.queries';
import { type AnySecret, ownSlack } from './secret-names';

/** How the signed-in person is notified of alerts. */
export function choicesOf(
  { account }: Ctx,
  notices: Pick<ReturnType<typeof noticeReads>, 'choice'>,
  secrets: { has(name: AnySecret): boolean },
): NoticeChoices {
  const choice = notices.choice.get(account.id);
  return {
    mail: choice?.mail === 1,
    slack: choice?.slack === 1,
    hasEmail: Boolean(choice?.email),
    hasSlack: secrets.has(ownSlack(account.id)),
  };
}
