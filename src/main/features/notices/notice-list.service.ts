import type { Ctx } from '#main/platform/ctx';
import type { Reader } from '#main/platform/work/connections';
import type { ParsedInputs } from '#shared/contract/index';
import type { NoticeChoices } from '#shared/contract/notices';
import { noticeReads } from './notice.queries';
import { choicesOf } from './notice-choices';
import type { SealedSecrets } from './sealed-secrets';

const COUNTED_TO = 1000;

/** Read access to notices and to people's choices of how they are notified. */
export class NoticeListService {
  readonly #reads;
  readonly #secrets: SealedSecrets;

  constructor(reader: Reader, secrets: SealedSecrets) {
    this.#reads = noticeReads(reader);
    this.#secrets = secrets;
  }

  /** A page of notices, newest first. */
  list({ state, offset, limit }: ParsedInputs['notices']['list']) {
    const counted = this.#reads.count(state, COUNTED_TO + 1);
    const rows = this.#reads.page(state, offset, limit);
    return { rows, total: Math.min(counted, COUNTED_TO), totalIsExact: counted <= COUNTED_TO };
  }

  /** How the signed-in person is notified of alerts. */
  choicesOf(ctx: Ctx): NoticeChoices {
    return choicesOf(ctx, this.#reads, this.#secrets);
  }
}
