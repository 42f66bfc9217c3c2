import { assertWhole } from '#main/features/catalogue/index';
import type { SettingsService } from '#main/features/settings/index';
import { assertAllowed, type Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Tx } from '#main/platform/work/connections';
import type { ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import type { CostInput, MovementKind, StockEntry } from '#shared/contract/stock';
import { costOfQuantity } from '#shared/kernel/unit-cost';
import { entryQueries } from './entry.queries';
import { entryVisibleTo } from './entry-view';
import { stockQueries } from './stock.queries';
import type { StockLedger } from './stock-ledger';

type Calls = ParsedInputs['stock'];
type At = Pick<Calls['receive'], 'productId' | 'locationId' | 'batch'>;

interface Incoming {
  productId: number;
  locationId: number;
  batchId: number | null;
  quantityMilli: number;
  cost?: CostInput | undefined;
  reason: string;
}

interface Correction {
  kind: Extract<MovementKind, 'adjusted' | 'wasted'>;
  quantityMilli: number;
  reason: string;
}

interface Parts {
  ledger: StockLedger;
  settings: SettingsService;
  audit: StoreLog;
}

/** Manual stock operations of storeroom staff: add an entry, receive, adjust and write off. */
export class StockService {
  readonly #ledger: StockLedger;
  readonly #settings: SettingsService;
  readonly #audit: StoreLog;
  readonly #queries;
  readonly #entries;

  constructor(tx: Tx, { ledger, settings, audit }: Parts) {
    this.#ledger = ledger;
    this.#settings = settings;
    this.#audit = audit;
    this.#queries = stockQueries(tx);
    this.#entries = entryQueries(tx);
  }

  /**
   * Creates a stock entry of a product at a location; an opening quantity of 0 writes no movement.
   * @throws ENTRY_EXISTS with the existing entry, which can be changed instead.
   */
  addEntry(ctx: Ctx, { openingMilli, cost, ...at }: Calls['addEntry']): StockEntry {
    const { unit, ...names } = this.#openLocation(at);
    assertWhole(names.productName, unit, openingMilli);
    const batchId = this.batchOf(ctx, at);
    const known = this.#queries.entryAt.get(at.productId, at.locationId, batchId);
    if (known !== undefined) {
      const { onHandMilli } = this.#entry(known);
      throw refuse('ENTRY_EXISTS', { entryId: known, ...names, onHandMilli, unit });
    }
    const entryId = this.#ledger.makeEntry(at, batchId);
    if (openingMilli > 0) {
      this.#bringIn(ctx, 'opening', { ...at, batchId, quantityMilli: openingMilli, cost, reason: '' });
    }
    return this.#changed(ctx, entryId, null);
  }

  /** Removes an entry at zero. @throws ENTRY_NOT_EMPTY while anything is on hand or reserved. */
  removeEntry(ctx: Ctx, id: number): void {
    const { productName, locationName, onHandMilli, reservedMilli, unit } = this.#entry(id);
    if (onHandMilli !== 0 || reservedMilli !== 0) {
      throw refuse('ENTRY_NOT_EMPTY', { productName, locationName, onHandMilli, reservedMilli, unit });
    }
    this.#ledger.removeEntry(id);
    this.#audit.record(ctx, { entity: 'stock', entityId: id, label: productName, before: { locationName } });
  }

  /**
   * Receives goods. Only people who may see cost can give one; omitted, the goods cost the current average.
   * @throws BATCH_EXPIRY_DIFFERS when the batch exists with another expiry date, STOCK_VALUE_TOO_LARGE when the cost
   * of the goods exceeds the largest amount.
   */
  receive(ctx: Ctx, { quantityMilli, cost, reason, ...at }: Calls['receive']): StockEntry {
    const { unit, productName } = this.#openLocation(at);
    assertWhole(productName, unit, quantityMilli);
    const batchId = this.batchOf(ctx, at);
    const before = this.#queries.entryAt.get(at.productId, at.locationId, batchId);
    const beforeMilli = before === undefined ? null : this.#entry(before).onHandMilli;
    const entryId = this.#ledger.makeEntry(at, batchId);
    this.#bringIn(ctx, 'received', { ...at, batchId, quantityMilli, cost, reason });
    return this.#changed(ctx, entryId, beforeMilli);
  }

  /** Sets the quantity on hand to the counted one. @throws INSUFFICIENT_STOCK when more than that is reserved. */
  adjust(ctx: Ctx, { entryId, onHandMilli, reason }: Calls['adjust']) {
    const entry = this.#entry(entryId);
    return this.#correct(ctx, entry, {
      kind: 'adjusted',
      quantityMilli: onHandMilli - entry.onHandMilli,
      reason,
    });
  }

  /** Writes goods off. @throws INSUFFICIENT_STOCK when less is on hand unreserved. */
  waste(ctx: Ctx, { entryId, quantityMilli, reason }: Calls['waste']) {
    return this.#correct(ctx, this.#entry(entryId), {
      kind: 'wasted',
      quantityMilli: -quantityMilli,
      reason,
    });
  }

  #bringIn(ctx: Ctx, kind: 'opening' | 'received', { cost, ...goods }: Incoming): void {
    if (cost) assertAllowed(ctx, 'seeCost');
    const costMinor = cost && this.#totalOf(cost, goods.quantityMilli);
    this.#ledger.move({ ...goods, costMinor, ...this.#byHand(ctx), kind });
  }

  #totalOf(cost: CostInput, quantityMilli: number): number {
    if ('totalMinor' in cost) return cost.totalMinor;
    return costOfQuantity(cost.unitTenThousandths, quantityMilli, this.#settings.current.currency);
  }

  #correct(ctx: Ctx, entry: StockEntry, change: Correction): StockEntry {
    if (change.reason === '') throw refuse('REASON_MISSING', {});
    const { unit, productName } = this.#openLocation(entry);
    assertWhole(productName, unit, change.quantityMilli);
    if (change.quantityMilli === 0) return entryVisibleTo(ctx, entry);
    const { productId, locationId, batchId } = entry;
    this.#ledger.move({ productId, locationId, batchId, ...change, ...this.#byHand(ctx) });
    return this.#changed(ctx, entry.id, entry.onHandMilli);
  }

  #byHand(ctx: Ctx) {
    return {
      ctx,
      cause: '' as const,
      causeId: null,
      allowNegative: this.#settings.current.allowNegativeStock,
    };
  }

  /** The names of product and location; both must exist, and the location must be open. */
  #openLocation({ productId, locationId }: { productId: number; locationId: number }) {
    const place = this.#queries.place.get(productId, locationId);
    if (!place || place.productName === null) throw refuse('NOT_FOUND', { what: 'product' });
    if (place.locationName === null) throw refuse('NOT_FOUND', { what: 'location' });
    const { productName, locationName, unit, closedAt } = place;
    if (closedAt !== null) throw refuse('LOCATION_CLOSED', { locationName });
    return { productName, locationName, unit };
  }

  /** The batch with this number; created if it is new. @throws BATCH_EXPIRY_DIFFERS */
  batchOf(ctx: Ctx, { productId, batch }: Pick<At, 'productId' | 'batch'>): number | null {
    if (!batch) return null;
    const known = this.#queries.batch.get(productId, batch.number);
    if (!known) {
      const made = this.#queries.makeBatch.run(productId, batch.number, batch.expiresOn, ctx.now);
      return Number(made.lastInsertRowid);
    }
    if (batch.expiresOn !== null && batch.expiresOn !== known.expiresOn) {
      throw refuse('BATCH_EXPIRY_DIFFERS', { batchNumber: batch.number, expiresOn: known.expiresOn });
    }
    return known.id;
  }

  #entry(id: number): StockEntry {
    const entry = this.#entries.byId(id);
    if (!entry) throw refuse('NOT_FOUND', { what: 'stock entry' });
    return entry;
  }

  /** Records a change in the store log, notifies the windows and returns the current entry. */
  #changed(ctx: Ctx, entryId: number, beforeMilli: number | null): StockEntry {
    const entry = this.#entry(entryId);
    this.#audit.record(ctx, {
      entity: 'stock',
      entityId: entryId,
      label: entry.productName,
      before: beforeMilli === null ? null : { onHandMilli: beforeMilli },
      after: {
        onHandMilli: entry.onHandMilli,
        locationName: entry.locationName,
        ...(entry.batchNumber === null ? {} : { batchNumber: entry.batchNumber }),
      },
    });
    return entryVisibleTo(ctx, entry);
  }
}
