import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { Tx } from '#main/platform/work/connections';
import type { ParsedInputs } from '#shared/contract/index';
import { alertSeenWrites } from './alert-list.queries';

/** Records who has seen which alerts. */
export class AlertSeenService {
  readonly #writes;
  readonly #changes: ChangeFeed;

  constructor(tx: Tx, changes: ChangeFeed) {
    this.#writes = alertSeenWrites(tx);
    this.#changes = changes;
  }

  /** Records that the signed-in person has seen some alerts, or all open ones. */
  mark(ctx: Ctx, { ids }: ParsedInputs['alerts']['markSeen']): void {
    const seen = { accountId: ctx.account.id, now: ctx.now };
    if (ids === 'all') this.#writes.allOpen.run(seen);
    else this.#writes.some.run({ ...seen, ids: JSON.stringify(ids) });
    this.#changes.publish('alerts');
  }
}
