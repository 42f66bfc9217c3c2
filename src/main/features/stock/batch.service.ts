import type { AuditService } from '#main/features/audit/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import { type Ctx, may } from '#main/platform/ctx';
import type { Database } from '#main/platform/database/database';
import type { ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import type { Batch } from '#shared/contract/stock';
import { batchQueries } from './batch.queries';
import type { StockLedger } from './stock-ledger';

interface Parts {
  database: Database;
  ledger: StockLedger;
  audit: AuditService;
  changes: ChangeFeed;
}

/** The batches of a product: what lies of each where, and until when it is good. */
export class BatchService {
  readonly #queries;
  readonly #lists;
  readonly #ledger: StockLedger;
  readonly #audit: AuditService;
  readonly #changes: ChangeFeed;

  constructor({ database, ledger, audit, changes }: Parts) {
    this.#queries = batchQueries(database.handle);
    this.#lists = batchQueries(database.reader);
    this.#ledger = ledger;
    this.#audit = audit;
    this.#changes = changes;
  }

  /** The batches of a product, what expires first leading. Values are null for those who may not see cost. */
  list(ctx: Ctx, { productId, batchId, all }: ParsedInputs['stock']['listBatches']): Batch[] {
    const one = batchId === undefined ? undefined : this.#lists.byId(batchId);
    const own = one?.productId === productId ? [one] : [];
    const found = batchId === undefined ? this.#lists.list(productId, all) : own;
    return found.map((batch) => visibleTo(ctx, batch));
  }

  /** The batch of that id, its value left out; undefined when there is none. */
  byId(id: number): Omit<Batch, 'valueMinor'> | undefined {
    return this.#lists.byId(id);
  }

  /**
   * Sets a batch's expiry right; it counts for all places from then on.
   * @throws NOT_FOUND, REASON_MISSING, CHANGED_MEANWHILE
   */
  change(ctx: Ctx, { id, version, expiresOn, reason }: ParsedInputs['stock']['changeBatch']): Batch {
    const before = this.#queries.byId(id);
    if (!before) throw refuse('NOT_FOUND', { what: 'batch' });
    if (reason === '') throw refuse('REASON_MISSING', {});
    if (before.version !== version) {
      throw refuse('CHANGED_MEANWHILE', { what: before.number, by: this.#queries.changedBy(id) });
    }
    if (before.expiresOn === expiresOn) return visibleTo(ctx, before);
    this.#queries.changeExpiry(id, expiresOn);
    this.#ledger.noteChange(before.productId);
    this.#audit.record(ctx, {
      entity: 'batch',
      entityId: id,
      label: `${before.productName}, ${before.number}`,
      before: { expiresOn: before.expiresOn },
      after: { expiresOn, reason },
    });
    // Tickets that are open say what is expired.
    this.#changes.publish('stock', 'tickets');
    return visibleTo(ctx, { ...before, expiresOn, version: version + 1 });
  }
}

function visibleTo(ctx: Ctx, { productName: _, ...batch }: Batch & { productName: string }): Batch {
  return may(ctx, 'seeCost') ? batch : { ...batch, valueMinor: null };
}
