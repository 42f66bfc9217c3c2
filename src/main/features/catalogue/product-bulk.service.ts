import { assertAllowed, type Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Tx } from '#main/platform/work/connections';
import type { UnitWatch } from '#main/platform/work/unit-watch';
import type { Product } from '#shared/contract/catalogue';
import { refuse } from '#shared/contract/refusals';
import { MAX_MINOR, mulDivRound } from '#shared/kernel/money';
import { FULL_MILLI_PERCENT } from '#shared/kernel/rate';
import { type ProductPart, productPartQueries } from './product-bulk.queries';
import { assertMayPrice, ProductRules } from './product-rules';

type BulkChange =
  | { what: 'category'; categoryId: number | null }
  | { what: 'status'; status: Product['status'] }
  | { what: 'taxRate'; taxRateMilliPercent: number }
  | { what: 'pricePercent'; raiseMilliPercent: number };

interface Parts {
  audit: StoreLog;
  /** Notified of each product that changes. */
  changed: UnitWatch;
}

/** Changes many products in one unit of work. */
export class ProductBulkService {
  readonly #queries;
  readonly #rules: ProductRules;
  readonly #audit: StoreLog;
  readonly #changed: UnitWatch;

  constructor(tx: Tx, { audit, changed }: Parts) {
    this.#queries = productPartQueries(tx);
    this.#rules = new ProductRules(tx);
    this.#audit = audit;
    this.#changed = changed;
  }

  /**
   * Sets the category, status or tax rate of products, or raises their prices by a percentage, each rounded half away
   * from zero to the minor unit.
   * @returns the number of products that changed
   * @throws NOT_FOUND for an unknown product, NOT_PERMITTED, and INPUT_INVALID for a price out of range.
   */
  change(ctx: Ctx, ids: readonly number[], change: BulkChange): { changed: number } {
    if (change.what === 'pricePercent') assertAllowed(ctx, 'editPrices');
    if (change.what === 'category') this.#rules.assertKnownCategory(change.categoryId);
    let changed = 0;
    for (const id of new Set(ids)) {
      if (this.#changeOne(ctx, id, change)) changed += 1;
    }
    return { changed };
  }

  #changeOne(ctx: Ctx, id: number, change: BulkChange): boolean {
    const found = this.#queries.byId.get(id);
    if (!found) throw refuse('NOT_FOUND', { what: 'product' });
    const { name, ...before } = found;
    const after = changedPart(before, change);
    if (JSON.stringify(after) === JSON.stringify(before)) return false;
    assertMayPrice(ctx, before, after);
    this.#queries.update.run({ ...after, now: ctx.now, accountId: ctx.account.id });
    this.#changed.touch(id);
    this.#audit.record(ctx, { entity: 'product', entityId: id, label: name, before, after });
    return true;
  }
}

function changedPart<Part extends Omit<ProductPart, 'name'>>(part: Part, change: BulkChange): Part {
  switch (change.what) {
    case 'category':
      return { ...part, categoryId: change.categoryId };
    case 'status':
      return { ...part, status: change.status };
    case 'taxRate':
      return { ...part, taxRateMilliPercent: change.taxRateMilliPercent };
    case 'pricePercent':
      return { ...part, priceMinor: changedPrice(part.priceMinor, change.raiseMilliPercent) };
  }
}

function changedPrice(priceMinor: number, raiseMilliPercent: number): number {
  const changed = mulDivRound(priceMinor, FULL_MILLI_PERCENT + raiseMilliPercent, FULL_MILLI_PERCENT);
  if (changed > MAX_MINOR) {
    const message = `a price would be above ${MAX_MINOR}`;
    throw refuse('INPUT_INVALID', { issues: [{ field: 'change.raiseMilliPercent', message }] });
  }
  return changed;
}
