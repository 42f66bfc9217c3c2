import type { Connection } from '#main/platform/work/connections';
import type { Settings } from '#shared/contract/settings';
import { dayOf } from '#shared/kernel/time';
import { prepareShelves, type Shelf } from './stock-ledger.queries';

/** What the store allows when goods are sold, issued or promised. */
export interface ShelfRules {
  /** Whether stock may go below zero. */
  allowNegative: boolean;
  /** Batches that expired before this day stay where they are; null: expired goods leave too. */
  keepExpiredBefore: string | null;
}

/** Goods that are wanted of one product at one place. */
export interface Wanted {
  quantityMilli: number;
  /** The batch somebody chose (null: what has none); left out, what expires first leaves first. */
  batchId?: number | null | undefined;
}

/** What leaves one shelf. */
export interface Share {
  shelf: Shelf;
  takenMilli: number;
}

/** From which shelves wanted goods come. */
export interface Plan {
  shares: Share[];
  /** What is not there, or has to stay there. */
  missingMilli: number;
  /** An expired batch that has to stay where it is, though more is wanted than there is otherwise. */
  keptBack: Shelf | null;
}

/** A product at a place. */
interface Place {
  productId: number;
  locationId: number;
}

/**
 * What the store allows at this moment when goods are used up: sold, issued or promised. All that does so hands
 * this to the ledger, and nothing else decides over stock below zero or expired goods. What is thrown away,
 * set right, carried elsewhere or returned to a supplier may be expired.
 */
export function shelfRules(settings: Settings, now: number): ShelfRules {
  const refuses = settings.expiredStock === 'refuse';
  return {
    allowNegative: settings.allowNegativeStock,
    keepExpiredBefore: refuses ? dayOf(now, settings.timeZone) : null,
  };
}

/** Whether what lies on a shelf expired before a day; null for the day says no of all. */
export function isExpired({ expiresOn }: Pick<Shelf, 'expiresOn'>, before: string | null): boolean {
  return before !== null && expiresOn !== null && expiresOn < before;
}

/** What lies on the shelves of a place, for those who look before they take; works on either connection. */
export class ShelfService {
  readonly #sql;

  constructor(connection: Connection) {
    this.#sql = prepareShelves(connection);
  }

  /** What can be sold or promised (thousandths, over all batches), and the first day on which some of it expires. */
  level({ productId, locationId }: Place): { availableMilli: number; firstExpiry: string | null } {
    return this.#sql.level.get(productId, locationId) ?? { availableMilli: 0, firstExpiry: null };
  }

  /** The number of a batch of a product; undefined where it has no such batch. */
  batchNumber(productId: number, batchId: number): string | undefined {
    return this.#sql.batchNumber.get(productId, batchId);
  }

  /**
   * Shares the shelves of a place out to all that is wanted of them: what expires first leaves first, what has no
   * expiry date last. Chosen batches come before the rest, so that no choice is taken from under it.
   */
  plan(
    { productId, locationId }: Place,
    wanted: readonly Wanted[],
    keepExpiredBefore: ShelfRules['keepExpiredBefore'],
  ): Plan[] {
    const stock = this.#sql.shelves.all(productId, locationId).map((shelf) => ({
      shelf,
      leftMilli: Math.max(shelf.onHandMilli - shelf.reservedMilli, 0),
      stays: isExpired(shelf, keepExpiredBefore),
    }));
    const plans = new Map<Wanted, Plan>();
    for (const want of wanted) if (want.batchId !== undefined) plans.set(want, planOne(stock, want));
    return wanted.map((want) => plans.get(want) ?? planOne(stock, want));
  }
}

interface StockLeft {
  shelf: Shelf;
  leftMilli: number;
  stays: boolean;
}

function planOne(stock: readonly StockLeft[], { quantityMilli, batchId }: Wanted): Plan {
  const plan: Plan = { shares: [], missingMilli: quantityMilli, keptBack: null };
  for (const one of stock) {
    if (plan.missingMilli === 0) break;
    const isChosen = batchId === one.shelf.batchId;
    if (batchId !== undefined && !isChosen) continue;
    if (one.stays) {
      // Who chose an expired batch is told so, even where nothing of it is left.
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
