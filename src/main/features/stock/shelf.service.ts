import type { Connection } from '#main/platform/work/connections';
import type { Settings } from '#shared/contract/settings';
import { dayOf } from '#shared/kernel/time';
import { prepareShelves, type Shelf } from './stock-ledger.queries';

/** What the store allows when goods are sold, issued or reserved. */
export interface ShelfRules {
  /** Whether stock may go below zero. */
  allowNegative: boolean;
  /** Batches that expired before this day must stay in stock; null if expired goods may leave. */
  keepExpiredBefore: string | null;
}

/** A request for goods of one product at one location. */
export interface Wanted {
  quantityMilli: number;
  /** The chosen batch (null: stock without a batch); omitted, the earliest expiry leaves first. */
  batchId?: number | null | undefined;
}

/** What a plan has to know about the stock of a batch, or of goods without one. */
type ShelfStock = Pick<Shelf, 'batchId' | 'expiresOn' | 'onHandMilli' | 'reservedMilli'>;

/** The quantity taken from one shelf. */
export interface Share<OneShelf = Shelf> {
  shelf: OneShelf;
  takenMilli: number;
}

/** The shelves that requested goods come from. */
export interface Plan<OneShelf = Shelf> {
  shares: Share<OneShelf>[];
  /** The quantity that is not in stock or must stay. */
  missingMilli: number;
  /** An expired batch that must stay, although the remaining stock is not enough. */
  keptBack: OneShelf | null;
}

/** A product at a location. */
interface Place {
  productId: number;
  locationId: number;
}

/**
 * What the store currently allows when goods are used up: sold, issued or reserved. Every caller that uses goods up
 * passes this to the ledger; nothing else decides about stock below zero or expired goods. Goods that are written off,
 * adjusted, transferred or returned to a supplier may be expired.
 */
export function shelfRules(settings: Settings, now: number): ShelfRules {
  const refuses = settings.expiredStock === 'refuse';
  return {
    allowNegative: settings.allowNegativeStock,
    keepExpiredBefore: refuses ? dayOf(now, settings.timeZone) : null,
  };
}

/** Whether the goods on a shelf expired before a day; always false if the day is null. */
export function isExpired({ expiresOn }: Pick<Shelf, 'expiresOn'>, before: string | null): boolean {
  return before !== null && expiresOn !== null && expiresOn < before;
}

/** Stock at a location, for callers that check before they take. Works on either connection. */
export class ShelfService {
  readonly #sql;

  constructor(connection: Connection) {
    this.#sql = prepareShelves(connection);
  }

  /** What can be sold or reserved (thousandths, over all batches), and the earliest expiry date among it. */
  level({ productId, locationId }: Place): { availableMilli: number; firstExpiry: string | null } {
    return this.#sql.level.get(productId, locationId) ?? { availableMilli: 0, firstExpiry: null };
  }

  /** What can be sold or reserved of the batches, without the stock that has none. */
  inBatchesMilli({ productId, locationId }: Place): number {
    return this.#sql.inBatchesMilli.get(productId, locationId) ?? 0;
  }

  /** The number of a product's batch; undefined if the product has no such batch. */
  batchNumber(productId: number, batchId: number): string | undefined {
    return this.#sql.batchNumber.get(productId, batchId);
  }

  /**
   * Allocates the shelves of a location to all requests: earliest expiry first, goods without an expiry date last.
   * Requests with a chosen batch are allocated first, so that no other request uses up a chosen batch.
   */
  plan(
    { productId, locationId }: Place,
    wanted: readonly Wanted[],
    keepExpiredBefore: ShelfRules['keepExpiredBefore'],
  ): Plan[] {
    return planShelves(this.#sql.shelves.all(productId, locationId), wanted, keepExpiredBefore);
  }
}

/** As {@link ShelfService.plan}, from stock that was read already, in the order in which it leaves. */
export function planShelves<OneShelf extends ShelfStock>(
  shelves: readonly OneShelf[],
  wanted: readonly Wanted[],
  keepExpiredBefore: ShelfRules['keepExpiredBefore'],
): Plan<OneShelf>[] {
  const stock = shelves.map((shelf) => ({
    shelf,
    leftMilli: Math.max(shelf.onHandMilli - shelf.reservedMilli, 0),
    stays: isExpired(shelf, keepExpiredBefore),
  }));
  const plans = new Map<Wanted, Plan<OneShelf>>();
  for (const want of wanted) if (want.batchId !== undefined) plans.set(want, planOne(stock, want));
  return wanted.map((want) => plans.get(want) ?? planOne(stock, want));
}

interface StockLeft<OneShelf> {
  shelf: OneShelf;
  leftMilli: number;
  stays: boolean;
}

function planOne<OneShelf extends ShelfStock>(
  stock: readonly StockLeft<OneShelf>[],
  { quantityMilli, batchId }: Wanted,
): Plan<OneShelf> {
  const plan: Plan<OneShelf> = { shares: [], missingMilli: quantityMilli, keptBack: null };
  for (const one of stock) {
    if (plan.missingMilli === 0) break;
    const isChosen = batchId === one.shelf.batchId;
    if (batchId !== undefined && !isChosen) continue;
    if (one.stays) {
      // A person who chose an expired batch is notified of it even if none of it is left.
      if (one.leftMilli > 0 || isChosen) plan.keptBack ??= one.shelf;
      continue;
    }
    const takenMilli = Math.min(plan.missingMilli, one.leftMilli);
    if (takenMilli === 0) continue;
    one.leftMilli -= takenMilli;
    plan.missingMilli -= takenMilli;
    plan.shares.push({ shelf: one.shelf, takenMilli });
  }
  return plan;
}
