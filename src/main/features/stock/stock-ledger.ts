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

/** Why stock moved: kept with the movement. */
interface Origin {
  ctx: Ctx;
  kind: MovementKind;
  reason: string;
  /** The document that caused it with its id; '' and null for what was done by hand. */
  cause: MovementCause;
  causeId: number | null;
}

/** A product at a place. */
interface Place {
  productId: number;
  locationId: number;
}

export interface Move extends Origin, Place {
  batchId: number | null;
  /** Above 0 for goods that come, below 0 for goods that leave; never 0. */
  quantityMilli: number;
  /** What all goods that come cost together; left out, the average of what is there or last came in. */
  costMinor?: number | undefined;
  allowNegative: boolean;
}

/** The opening stock of a product that had none, and what all of it cost. */
interface Opening extends Omit<Move, 'kind' | 'batchId' | 'allowNegative'> {
  costMinor: number;
}

export interface Take extends Origin, Place, Wanted, ShelfRules {}

export interface Transfer extends Place, Wanted {
  ctx: Ctx;
  toLocationId: number;
  /** The document it belongs to. */
  transferId: number;
}

/** How much of a batch, or of what has none, a line took: it may take from several. */
interface BatchTaken {
  batchId: number | null;
  quantityMilli: number;
}

/** What left one entry, and what it cost: 0 or more. */
interface Taken extends BatchTaken {
  costMinor: number;
}

/** A movement that was written, and what the goods cost: above 0 for those that came, below 0 for those that left. */
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
 * The one place that writes stock: what is on hand, what of it is reserved, what it cost, and the ledger
 * of movements. What is on hand is always the sum of its movements. Everything here is called inside a
 * unit of work, so that either all of it is on disk or none. Whatever moves stock is refused with QUANTITY_TOO_LARGE or
 * STOCK_VALUE_TOO_LARGE where the level or its value would no longer be exact.
 */
export class StockLedger {
  /** What lies on the shelves, as the running unit of work sees it. */
  readonly shelves: ShelfService;
  readonly #sql;
  readonly #cost: LedgerCost;
  readonly #changed: UnitWatch;

  /** @param changed is told the products whose stock on hand or reserved changes */
  constructor(tx: Tx, changed: UnitWatch) {
    this.shelves = new ShelfService(tx);
    this.#sql = prepareLedger(tx);
    this.#cost = new LedgerCost(this.#sql);
    this.#changed = changed;
  }

  /** Tells the watchers of what matters to a product's stock beside its quantities, such as a batch's expiry. */
  noteChange(productId: number): void {
    this.#changed.touch(productId);
  }

  /**
   * Moves one batch (or what has none) of a product at one location; makes the entry when there is none.
   * @throws INSUFFICIENT_STOCK when more leaves than is there unreserved, unless that is allowed.
   */
  move(move: Move): Written {
    const shelf = this.#shelfOf(move, move.batchId);
    const availableMilli = shelf.onHandMilli - shelf.reservedMilli;
    if (!move.allowNegative && move.quantityMilli < 0 && availableMilli + move.quantityMilli < 0) {
      throw this.#insufficient(move, -move.quantityMilli, availableMilli);
    }
    return this.#write(move, shelf, move.quantityMilli, move.costMinor);
  }

  /**
   * Takes sold goods from a place, as {@link take} does.
   * @returns what they cost, by the average cost of what was there
   * @throws INSUFFICIENT_STOCK, EXPIRED_STOCK
   */
  sell({ ctx, orderId, ...goods }: Sell): { costMinor: number } {
    let costMinor = 0;
    for (const taken of this.take({ ...sold(ctx, orderId), ...goods })) costMinor += taken.costMinor;
    return { costMinor };
  }

  /**
   * Takes goods from a place: from the chosen batch, or from what expires first and last from what has no
   * expiry date, over several batches where one is not enough. A caller that uses goods up (sells, issues) passes
   * `...shelfRules(settings, ctx.now)` of shelf.service, which say whether expired ones have to stay.
   * @returns what left which entry
   * @throws INSUFFICIENT_STOCK with what is available, unless stock may go below zero; EXPIRED_STOCK when
   * enough is there only together with an expired batch that has to stay; NOT_FOUND for another product's batch.
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
   * Moves goods from one place to another, batch by batch, two movements each. They come in at the very value
   * they left with, so that what the stock is worth stays as it was, to the cent.
   * @returns what moved of which batch
   * @throws INSUFFICIENT_STOCK: nobody carries what is not there, whatever the store allows the till.
   */
  transfer({ ctx, toLocationId, quantityMilli, batchId, transferId, ...place }: Transfer): BatchTaken[] {
    const origin = { ctx, kind: 'transferred', reason: '', cause: 'transfer', causeId: transferId } as const;
    const chosen = this.#choose(place, { quantityMilli, batchId }, CARRIED);
    return chosen.map(({ shelf, takenMilli }) => {
      const { productId } = place;
      const { valueMinor } = this.#cost.of(productId, shelf, -takenMilli);
      const there = { productId, locationId: toLocationId };
      // What there is of it over all places, and what that cost, stays the same.
      this.#record({ ...origin, ...place }, shelf, -takenMilli, valueMinor);
      this.#record({ ...origin, ...there }, this.#shelfOf(there, shelf.batchId), takenMilli, 0 - valueMinor);
      return { batchId: shelf.batchId, quantityMilli: takenMilli };
    });
  }

  /** What of a product can be sold or promised at a location: on hand less reserved, over its batches. */
  availableMilli(productId: number, locationId: number): number {
    return this.shelves.level({ productId, locationId }).availableMilli;
  }

  /**
   * From which shelves goods would come that are wanted all at once; nothing is taken or promised.
   * @throws INSUFFICIENT_STOCK, EXPIRED_STOCK as taking them would, with what is wanted and available altogether.
   */
  planToTake(place: Place, wanted: readonly Wanted[], rules: ShelfRules): Plan[] {
    const plans = this.shelves.plan(place, wanted, rules.keepExpiredBefore);
    this.#assertSuffices(place, wanted, plans, rules);
    return plans;
  }

  /**
   * Promises stock to an order's line, so that nobody else gets it; from where and with which refusals is as
   * {@link take} does it.
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

  /** Frees what was promised to an order's line; nothing happens where nothing was. */
  release(orderLineId: number): void {
    for (const { productId, entryId, quantityMilli } of this.#sql.reservations.all(orderLineId)) {
      this.#changeReserved(productId, entryId, -quantityMilli);
    }
    this.#sql.forgetReservations.run(orderLineId);
  }

  /**
   * Takes what was promised to an order's line from the very entries it was promised from; for a batch that
   * expired since and has to stay, other goods of the place are taken.
   * @returns what the goods cost
   * @throws INSUFFICIENT_STOCK when less is on hand than was promised, unless stock may go below zero;
   * EXPIRED_STOCK when there is nothing in place of what expired.
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
        throw this.#insufficient(place, quantityMilli, shelf.onHandMilli);
      }
      costMinor -= this.#write({ ...sold(ctx, orderId), ...place }, shelf, -quantityMilli).valueMinor;
    }
    for (const { productId, locationId, quantityMilli } of promised.filter(stays)) {
      costMinor += this.sell({ ctx, orderId, productId, locationId, quantityMilli, ...rules }).costMinor;
    }
    return { costMinor };
  }

  /** Does what `move` does for the opening of a product without any stock, in a third of its statements. */
  open({ quantityMilli, costMinor, ...origin }: Opening): void {
    const { productId, locationId, ctx } = origin;
    const valueMinor = this.#cost.open(productId, quantityMilli, costMinor, ctx.now);
    this.#sql.openEntry.run({ productId, locationId, quantityMilli, now: ctx.now });
    const nothing = { batchId: null, onHandMilli: 0 };
    this.#addMovement({ ...origin, kind: 'opening' }, nothing, quantityMilli, valueMinor);
  }

  /** Begins stock of a product (and batch) at a location, with nothing there; one that exists stays as it is. */
  makeEntry({ productId, locationId }: Place, batchId: number | null): number {
    this.#changed.touch(productId);
    return this.#shelfOf({ productId, locationId }, batchId).entryId;
  }

  /** Removes an entry that holds nothing and of which nothing is reserved. */
  removeEntry(entryId: number): void {
    const productId = this.#sql.deleteEntry.get(entryId);
    if (productId !== undefined) this.#changed.touch(productId);
  }

  /** Removes what was prepared for a product that never moved, so that the product itself can be deleted. */
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

  /** From which entries goods are taken. What is not there, where that is allowed, leaves what was chosen, or no batch. */
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
    if (!allowNegative) throw this.#insufficient(place, requestedMilli, availableMilli);
  }

  /** Writes one movement with its level and cost; `shelf` must be as it is in the database now. */
  #write(origin: Origin & Place, shelf: Shelf, quantityMilli: number, costMinor?: number): Written {
    if (quantityMilli === 0) throw new RangeError('A movement of nothing');
    const { ctx, productId } = origin;
    assertLevelFits(() => this.#cost.goodsOf(productId), shelf.totalMilli, quantityMilli);
    const moved = this.#cost.of(productId, shelf, quantityMilli, costMinor);
    const movementId = this.#record(origin, shelf, quantityMilli, moved.valueMinor);
    this.#cost.keep({ productId, shelf, movementId, quantityMilli, moved, now: ctx.now });
    return { movementId, valueMinor: moved.valueMinor };
  }

  /** Writes one movement with its level at one place; what the stock costs altogether is the caller's. */
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

  #insufficient({ productId, locationId }: Place, requestedMilli: number, availableMilli: number) {
    const names = this.#sql.names.get(productId, locationId);
    if (!names) return refuse('NOT_FOUND', { what: 'product' });
    return refuse('INSUFFICIENT_STOCK', {
      productId,
      ...names,
      requestedMilli,
      availableMilli: Math.max(availableMilli, 0),
    });
  }
}

/** Nobody carries what is not there, whatever the store allows the till; expired goods may be carried. */
const CARRIED: ShelfRules = { allowNegative: false, keepExpiredBefore: null };

function sold(ctx: Ctx, orderId: number): Origin {
  return { ctx, kind: 'sold', reason: '', cause: 'order', causeId: orderId };
}
