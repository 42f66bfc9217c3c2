import type { Ctx } from '#main/platform/ctx';
import type { Connection } from '#main/platform/work/connections';
import type { ParsedInputs } from '#shared/contract/index';
import type { Batch } from '#shared/contract/stock';
import { batchReads } from './batch.queries';
import { batchVisibleTo } from './batch-view';

/** The batches of a product: the quantity at each location and the expiry date. */
export class BatchListService {
  readonly #reads;

  constructor(connection: Connection) {
    this.#reads = batchReads(connection);
  }

  /** The batches of a product, earliest expiry first. Values are null for people who may not see cost. */
  list(ctx: Ctx, { productId, batchId, all }: ParsedInputs['stock']['listBatches']): Batch[] {
    const one = batchId === undefined ? undefined : this.#reads.byId(batchId, ctx);
    const own = one?.productId === productId ? [one] : [];
    const found = batchId === undefined ? this.#reads.list(productId, all, ctx) : own;
    return found.map((batch) => batchVisibleTo(ctx, batch));
  }

  /** A product's batch with that number; undefined when there is none. */
  numbered(productId: number, number: string): Pick<Batch, 'id' | 'expiresOn'> | undefined {
    return this.#reads.numbered.get(productId, number);
  }

  /** The batch of that id, its value left out; undefined when there is none. */
  byId(ctx: Ctx, id: number): Omit<Batch, 'valueMinor'> | undefined {
    return this.#reads.byId(id, ctx);
  }
}
