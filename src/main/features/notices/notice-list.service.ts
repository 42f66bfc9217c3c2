import type { Ctx } from '#main/platform/ctx';
import type { Reader } from '#main/platform/work/connections';
import type { ParsedInputs } from '#shared/contract/index';
import type { NoticeChoices } from '#shared/contract/notices';
import { noticeList, noticeReads, toNotice } from './notice.queries';
import { choicesOf } from './notice-choices';
import type { SealedSecrets } from './sealed-secrets';

/** Read access to notices and to people's choices of how they are notified. */
export class NoticeListService {
  readonly #reads;
  readonly #list;
  readonly #secrets: SealedSecrets;

  constructor(reader: Reader, secrets: SealedSecrets) {
    this.#reads = noticeReads(reader);
    this.#list = noticeList(reader);
    this.#secrets = secrets;
  }

  /** A page of notices, newest first. */
  list({ state, offset, limit }: ParsedInputs['notices']['list']) {
    const { rows, ...total } = this.#list.page({ state }, { offset, limit });
    return { rows: rows.map(toNotice), ...total };
  }

  /** How the signed-in person is notified of alerts. */
  choicesOf(ctx: Ctx): NoticeChoices {
    return choicesOf(ctx, this.#reads, this.#secrets);
  }
}
