import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Tx } from '#main/platform/work/connections';
import type { ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import type { Batch } from '#shared/contract/stock';
import { batchReads, batchWrites } from './batch.queries';
import { batchVisibleTo } from './batch-view';
import type { StockLedger } from './stock-ledger';

interface Parts {
  ledger: StockLedger;
  audit: StoreLog;
  changes: ChangeFeed;
}

/** Changes batches. */
export class BatchService {
  readonly #reads;
  readonly #writes;
  readonly #ledger: StockLedger;
  readonly #audit: StoreLog;
  readonly #changes: ChangeFeed;

  constructor(tx: Tx, { ledger, audit, changes }: Parts) {
    this.#reads = batchReads(tx);
    this.#writes = batchWrites(tx);
    this.#ledger = ledger;
    this.#audit = audit;
    this.#changes = changes;
  }

  /**
   * Corrects a batch's expiry date, for all locations.
   * @throws NOT_FOUND, REASON_MISSING, CHANGED_MEANWHILE
   */
  change(ctx: Ctx, { id, version, expiresOn, reason }: ParsedInputs['stock']['changeBatch']): Batch {
    const before = this.#reads.byId(id, ctx);
    if (!before) throw refuse('NOT_FOUND', { what: 'batch' });
    if (reason === '') throw refuse('REASON_MISSING', {});
    if (before.version !== version) {
      throw refuse('CHANGED_MEANWHILE', { what: before.number, by: this.#reads.changedBy(id) });
    }
    if (before.expiresOn === expiresOn) return batchVisibleTo(ctx, before);
    this.#writes.changeExpiry.run(expiresOn, id);
    this.#ledger.noteChange(before.productId);
    this.#audit.record(ctx, {
      entity: 'batch',
      entityId: id,
      label: `${before.productName}, ${before.number}`,
      before: { expiresOn: before.expiresOn },
      after: { expiresOn, reason },
    });
    // Open tickets show which goods are expired.
    this.#changes.publish('tickets');
    return batchVisibleTo(ctx, { ...before, expiresOn, version: version + 1 });
  }
}
