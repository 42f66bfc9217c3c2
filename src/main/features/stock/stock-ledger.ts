import type { Ctx } from '#main/platform/ctx';
import type { Tx } from '#main/platform/work/connections';
import type { UnitWatch } from '#main/platform/work/unit-watch';
import { refuse } from '#shared/contract/refusals';
import type { MovementCause, MovementKind } from '#shared/contract/stock';
import {
  isExpired,
  type Plan,
  type Share,
  type ShelfRules,
  ShelfService,
  type Wanted,
} from './shelf.service';
import { prepareLedger, type Shelf } from './stock-ledger.queries';
import { LedgerCost } from './stock-ledger-cost';
import { assertLevelFits } from './stock-limits';

/** Why stock moved; stored with the movement. */
interface Origin {
  ctx: Ctx;
  kind: MovementKind;
  reason: string;
  /** The document that caused it, with its id; '' and null for a manual change. */
  cause: MovementCause;
  causeId: number | null;
}

/** A product at a location. */
interface Place {
  productId: number;
  locationId: number;
}

export interface Move extends Origin, Place {
  batchId: number | null;
  /** Above 0 for goods that come in, below 0 for goods that leave; never 0. */
  quantityMilli: number;
  /** The total cost of all incoming goods; omitted, the average of the stock held or of the last receipt. */
  costMinor?: number | undefined;
  allowNegative: boolean;
}

/** The opening stock of a product that had none, and its total cost. */
interface Opening extends Omit<Move, 'kind' | 'batchId' | 'allowNegative'> {
  costMinor: number;
}

interface Take extends Origin, Place, Wanted, ShelfRules {}

interface Transfer extends Place, Wanted {
  ctx: Ctx;
  toLocationId: number;
  /** The document it belongs to. */
  transferId: number;
}

/** The quantity a line took from a batch, or from stock without one; a line can take from several. */
interface BatchTaken {
  batchId: number | null;
  quantityMilli: number;
}

/** The quantity that left one entry, and its cost: 0 or more. */
interface Taken extends BatchTaken {
  costMinor: number;
}

/** A movement that was written, and the cost of the goods: above 0 if they came in, below 0 if they left. */
interface Written {
  movementId: number;
  valueMinor: number;
}

interface Sell extends Place, Wanted, ShelfRules {
  ctx: Ctx;
  orderId: number;
}

interface Reserve extends Place, Wanted, ShelfRules {
  orderLineId: number;
}

interface TakeReserved extends ShelfRules {
  ctx: Ctx;
  orderLineId: number;
  orderId: number;
}

/**
 * The only code that writes stock: on hand, reserved, cost, and the ledger of movements. The quantity on hand is
 * always the sum of its movements. Every method is called inside a unit of work, so that all of it is written or none.
 * Every stock movement is refused with QUANTITY_TOO_LARGE or STOCK_VALUE_TOO_LARGE if the level or its value
 * would no longer be exact.
 */
export class StockLedger {
  /** The stock, including changes of the running unit of work. */
  readonly shelves: ShelfService;
  readonly #sql;
  readonly #cost: LedgerCost;
  readonly #changed: UnitWatch;

  /** @param changed notified of products whose stock on hand or reserved changes */
  constructor(tx: Tx, changed: UnitWatch) {
    this.shelves = new ShelfService(tx);
    this.#sql = prepareLedger(tx);
    this.#cost = new LedgerCost(this.#sql);
    this.#changed = changed;
  }

  /**
   * Notifies the watchers of a change that affects a product's stock other than its quantities, such as an expiry date.
   */
  noteChange(productId: number): void {
    this.#changed.touch(productId);
  }

  /**
   * Moves one batch (or stock without one) of a product at one location; creates the entry if there is none.
   * @throws INSUFFICIENT_STOCK when more leaves than is on hand unreserved, unless that is allowed.
   */
  move(move: Move): Written {
    const shelf = this.#shelfOf(move, move.batchId);
    const availableMilli = shelf.onHandMilli - shelf.reservedMilli;
    if (!move.allowNegative && move.quantityMilli < 0 && availableMilli + move.quantityMilli < 0) {
      throw this.#insufficient(move, -move.quantityMilli, availableMilli, move.batchId);
    }
    return this.#write(move, shelf, move.quantityMilli, move.costMinor);
  }

  /**
   * Takes sold goods from a location, like {@link take}.
   * @returns their cost, by the average cost of the stock
   * @throws INSUFFICIENT_STOCK, EXPIRED_STOCK
   */
  sell({ ctx, orderId, ...goods }: Sell): { costMinor: number } {
    let costMinor = 0;
    for (const taken of this.take({ ...sold(ctx, orderId), ...goods })) costMinor += taken.costMinor;
    return { costMinor };
  }

  /**
   * Takes goods from a location: from the chosen batch, or earliest expiry first and goods without an expiry date last,
   * over several batches if one is not enough. A caller that uses goods up (sells, issues) passes
   * `...shelfRules(settings, ctx.now)` of shelf.service, which decide whether expired goods must stay.
   * @returns the quantity that left each entry
   * @throws INSUFFICIENT_STOCK with what is available, unless stock may go below zero; EXPIRED_STOCK when
   * there is enough only together with an expired batch that must stay; NOT_FOUND for another product's batch.
   */
  take({ quantityMilli, batchId, allowNegative, keepExpiredBefore, ...origin }: Take): Taken[] {
    const rules = { allowNegative, keepExpiredBefore };
    return this.#choose(origin, { quantityMilli, batchId }, rules).map(({ shelf, takenMilli }) => ({
      costMinor: 0 - this.#write(origin, shelf, -takenMilli).valueMinor,
      batchId: shelf.batchId,
      quantityMilli: takenMilli,
    }));
  }

  /**
   * Moves goods from one location to another, batch by batch, with two movements each. They come in at exactly the
   * value they left with, so that the total stock value is unchanged to the cent.
   * @returns the quantity moved of each batch
   * @throws INSUFFICIENT_STOCK; a transfer never takes stock below zero, even if the store allows that at the till.
   */
  transfer({ ctx, toLocationId, quantityMilli, batchId, transferId, ...place }: Transfer): BatchTaken[] {
    const origin = { ctx, kind: 'transferred', reason: '', cause: 'transfer', causeId: transferId } as const;
    const chosen = this.#choose(place, { quantityMilli, batchId }, CARRIED);
    return chosen.map(({ shelf, takenMilli }) => {
      const { productId } = place;
      const { valueMinor } = this.#cost.of(productId, shelf, -takenMilli);
      const there = { productId, locationId: toLocationId };
      // The total quantity and cost over all locations stay the same.
      this.#record({ ...origin, ...place }, shelf, -takenMilli, valueMinor);
      this.#record({ ...origin, ...there }, this.#shelfOf(there, shelf.batchId), takenMilli, 0 - valueMinor);
      return { batchId: shelf.batchId, quantityMilli: takenMilli };
    });
  }

  /** The quantity of a product that can be sold or reserved at a location: on hand less reserved, over its batches. */
  availableMilli(productId: number, locationId: number): number {
    return this.shelves.level({ productId, locationId }).availableMilli;
  }

  /**
   * The shelves that goods requested together would come from; nothing is taken or reserved.
   * @throws INSUFFICIENT_STOCK, EXPIRED_STOCK as taking them would, with the total requested and available quantity.
   */
  planToTake(place: Place, wanted: readonly Wanted[], rules: ShelfRules): Plan[] {
    const plans = this.shelves.plan(place, wanted, rules.keepExpiredBefore);
    this.#assertSuffices(place, wanted, plans, rules);
    return plans;
  }

  /**
   * Reserves stock for an order's line, so that nothing else can take it. Allocation and refusals are those of
   * {@link take}.
   * @throws INSUFFICIENT_STOCK, EXPIRED_STOCK, NOT_FOUND
   */
  reserve({
    orderLineId,
    quantityMilli,
    batchId,
    allowNegative,
    keepExpiredBefore,
    ...place
  }: Reserve): void {
    const rules = { allowNegative, keepExpiredBefore };
    for (const { shelf, takenMilli } of this.#choose(place, { quantityMilli, batchId }, rules)) {
      this.#changeReserved(place.productId, shelf.entryId, takenMilli);
      this.#sql.reserve.run(orderLineId, shelf.entryId, takenMilli);
    }
  }

  /** Releases the stock reserved for an order's line; does nothing if none was reserved. */
  release(orderLineId: number): void {
    for (const { productId, entryId, quantityMilli } of this.#sql.reservations.all(orderLineId)) {
      this.#changeReserved(productId, entryId, -quantityMilli);
    }
    this.#sql.forgetReservations.run(orderLineId);
  }

  /**
   * Takes the stock reserved for an order's line from the entries it was reserved on. For a batch that has expired
   * since and must stay, other goods of the location are taken.
   * @returns the cost of the goods
   * @throws INSUFFICIENT_STOCK when less is on hand than was reserved, unless stock may go below zero;
   * EXPIRED_STOCK when nothing can replace an expired batch.
   */
  takeReserved({ ctx, orderLineId, orderId, ...rules }: TakeReserved): { costMinor: number } {
    const promised = this.#sql.reservations.all(orderLineId);
    this.release(orderLineId);
    const stays = (shelf: Shelf) => isExpired(shelf, rules.keepExpiredBefore);
    let costMinor = 0;
    for (const { productId, locationId, quantityMilli, ...shelf } of promised) {
      if (stays(shelf)) continue;
      const place = { productId, locationId };
      if (!rules.allowNegative && shelf.onHandMilli < quantityMilli) {
        throw this.#insufficient(place, quantityMilli, shelf.onHandMilli, shelf.batchId ?? undefined);
      }
      costMinor -= this.#write({ ...sold(ctx, orderId), ...place }, shelf, -quantityMilli).valueMinor;
    }
    for (const { productId, locationId, quantityMilli } of promised.filter(stays)) {
      costMinor += this.sell({ ctx, orderId, productId, locationId, quantityMilli, ...rules }).costMinor;
    }
    return { costMinor };
  }

  /** Does the same as `move` for the opening stock of a product that has none, in a third of the statements. */
  open({ quantityMilli, costMinor, ...origin }: Opening): void {
    const { productId, locationId, ctx } = origin;
    const valueMinor = this.#cost.open(productId, quantityMilli, costMinor, ctx.now);
    this.#sql.openEntry.run({ productId, locationId, quantityMilli, now: ctx.now });
    const nothing = { batchId: null, onHandMilli: 0 };
    this.#addMovement({ ...origin, kind: 'opening' }, nothing, quantityMilli, valueMinor);
  }

  /** Creates an empty stock entry of a product (and batch) at a location; an existing entry is left as it is. */
  makeEntry({ productId, locationId }: Place, batchId: number | null): number {
    this.#changed.touch(productId);
    return this.#shelfOf({ productId, locationId }, batchId).entryId;
  }

  /** Removes an entry that has nothing on hand or reserved. */
  removeEntry(entryId: number): void {
    const productId = this.#sql.deleteEntry.get(entryId);
    if (productId !== undefined) this.#changed.touch(productId);
  }

  /** Removes the empty entries, costs and batches of a product that never moved, so that it can be deleted. */
  forgetProduct(productId: number): void {
    this.#sql.forgetEntries.run(productId);
    this.#sql.forgetCosts.run(productId);
    this.#sql.forgetBatches.run(productId);
    this.#changed.touch(productId);
  }

  #shelfOf({ productId, locationId }: Place, batchId: number | null): Shelf {
    const known = this.#sql.shelf.get(productId, locationId, batchId);
    if (known) return known;
    if (batchId !== null && this.#sql.batchNumber.get(productId, batchId) === undefined) {
      throw refuse('NOT_FOUND', { what: 'batch' });
    }
    this.#sql.makeEntry.run(productId, locationId, batchId);
    this.#sql.makeCost.run(productId, batchId);
    const made = this.#sql.shelf.get(productId, locationId, batchId);
    if (!made) throw new Error(`No stock entry for product ${productId} at location ${locationId}`);
    return made;
  }

  #changeReserved(productId: number, entryId: number, changeMilli: number): void {
    this.#sql.changeReserved.run(changeMilli, entryId);
    this.#changed.touch(productId);
  }

  /** The entries to take goods from. A shortfall, if allowed, is taken from the chosen batch or from no batch. */
  #choose(place: Place, want: Wanted, rules: ShelfRules): Share[] {
    const [plan] = this.planToTake(place, [want], rules);
    if (!plan) return [];
    const { shares, missingMilli } = plan;
    if (missingMilli === 0) return shares;
    const lenderId = want.batchId ?? null;
    const lender = shares.find(({ shelf }) => shelf.batchId === lenderId);
    if (lender) lender.takenMilli += missingMilli;
    else shares.push({ shelf: this.#shelfOf(place, lenderId), takenMilli: missingMilli });
    return shares;
  }

  #assertSuffices(
    place: Place,
    wanted: readonly Wanted[],
    plans: readonly Plan[],
    { allowNegative }: ShelfRules,
  ): void {
    const missingMilli = plans.reduce((sum, plan) => sum + plan.missingMilli, 0);
    if (missingMilli === 0) return;
    const requestedMilli = wanted.reduce((sum, { quantityMilli }) => sum + quantityMilli, 0);
    const availableMilli = requestedMilli - missingMilli;
    const keptBack = plans.find((plan) => plan.missingMilli > 0 && plan.keptBack)?.keptBack;
    if (keptBack) throw this.#expired(place, keptBack, availableMilli);
    if (allowNegative) return;
    const batchIds = new Set(wanted.map(({ batchId }) => batchId));
    const [batchId] = batchIds;
    throw this.#insufficient(place, requestedMilli, availableMilli, batchIds.size > 1 ? undefined : batchId);
  }

  /** Writes one movement with its level and cost; `shelf` must be in the current state of the database. */
  #write(origin: Origin & Place, shelf: Shelf, quantityMilli: number, costMinor?: number): Written {
    if (quantityMilli === 0) throw new RangeError('A movement of nothing');
    const { ctx, productId } = origin;
    assertLevelFits(() => this.#cost.goodsOf(productId), shelf.totalMilli, quantityMilli);
    const moved = this.#cost.of(productId, shelf, quantityMilli, costMinor);
    const movementId = this.#record(origin, shelf, quantityMilli, moved.valueMinor);
    this.#cost.keep({ productId, shelf, movementId, moved, now: ctx.now });
    return { movementId, valueMinor: moved.valueMinor };
  }

  /** Writes one movement with its level at one location; the caller writes changes of the cost. */
  #record(origin: Origin & Place, shelf: Shelf, quantityMilli: number, valueMinor: number): number {
    const { ctx, kind } = origin;
    this.#sql.changeLevel.run(quantityMilli, shelf.entryId);
    if (kind === 'received' || kind === 'opening') this.#sql.noteReceived.run(ctx.now, shelf.entryId);
    return this.#addMovement(origin, shelf, quantityMilli, valueMinor);
  }

  #addMovement(
    { ctx, kind, productId, locationId, reason, cause, causeId }: Origin & Place,
    { batchId, onHandMilli: beforeMilli }: Pick<Shelf, 'batchId' | 'onHandMilli'>,
    quantityMilli: number,
    valueMinor: number,
  ): number {
    assertLevelFits(() => this.#cost.goodsOf(productId), beforeMilli, quantityMilli);
    const afterMilli = beforeMilli + quantityMilli;
    this.#changed.touch(productId);
    const { lastInsertRowid } = this.#sql.addMovement.run({
      movedAt: ctx.now,
      kind,
      productId,
      locationId,
      batchId,
      quantityMilli,
      beforeMilli,
      afterMilli,
      valueMinor,
      belowZero: afterMilli < 0 ? 1 : 0,
      reason,
      accountId: ctx.account.id,
      cause,
      causeId,
    });
    return Number(lastInsertRowid);
  }

  #expired({ productId, locationId }: Place, { batchNumber, expiresOn }: Shelf, availableMilli: number) {
    const names = this.#sql.names.get(productId, locationId);
    if (!names) return refuse('NOT_FOUND', { what: 'product' });
    const batch = { batchNumber: batchNumber ?? '', expiresOn: expiresOn ?? '' };
    return refuse('EXPIRED_STOCK', { ...names, ...batch, availableMilli });
  }

  /** @param batchId the chosen batch (null: stock without a batch); undefined for the location's whole stock */
  #insufficient(
    { productId, locationId }: Place,
    requestedMilli: number,
    availableMilli: number,
    batchId: Wanted['batchId'],
  ) {
    const names = this.#sql.names.get(productId, locationId);
    if (!names) return refuse('NOT_FOUND', { what: 'product' });
    return refuse('INSUFFICIENT_STOCK', {
      productId,
      ...names,
      requestedMilli,
      availableMilli: Math.max(availableMilli, 0),
      batchNumber: batchId ? (this.shelves.batchNumber(productId, batchId) ?? null) : null,
      inBatchesMilli: batchId === null ? this.shelves.inBatchesMilli({ productId, locationId }) : 0,
    });
  }
}

/** A transfer never takes stock below zero, even if the store allows that at the till; it may move expired goods. */
const CARRIED: ShelfRules = { allowNegative: false, keepExpiredBefore: null };

function sold(ctx: Ctx, orderId: number): Origin {
  return { ctx, kind: 'sold', reason: '', cause: 'order', causeId: orderId };
}
