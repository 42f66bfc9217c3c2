import { refuse } from '#shared/contract/refusals';
import type { MovementCause, MovementKind } from '#shared/contract/stock';
import type { Ctx } from '../../ctx';
import type { Database } from '../../database/database';
import { costOfTaking, type MovedCost, valueOfAdding } from './stock-cost';
import { prepareLedger, type Shelf } from './stock-ledger.queries';

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
  /** What a unit of the goods that come cost; left out, the average of what is there. */
  unitCostMinor?: number | undefined;
  allowNegative: boolean;
}

export interface Take extends Origin, Place {
  quantityMilli: number;
  /** The batch somebody chose (null: what has none); left out, what expires first leaves first. */
  batchId?: number | null | undefined;
  allowNegative: boolean;
}

export interface Transfer extends Place {
  ctx: Ctx;
  toLocationId: number;
  quantityMilli: number;
  /** The batch somebody chose (null: what has none); left out, what expires first leaves first. */
  batchId?: number | null | undefined;
  /** The document it belongs to. */
  transferId: number;
}

/** How much of a batch, or of what has none, a line took: it may take from several. */
interface BatchTaken {
  batchId: number | null;
  quantityMilli: number;
}

/** What left one entry. */
export interface Taken extends MovedCost, BatchTaken {
  movementId: number;
}

export interface Sell extends Place {
  ctx: Ctx;
  quantityMilli: number;
  batchId?: number | null | undefined;
  orderId: number;
  allowNegative: boolean;
}

export interface Reserve extends Place {
  orderLineId: number;
  quantityMilli: number;
  allowNegative: boolean;
}

export interface TakeReserved {
  ctx: Ctx;
  orderLineId: number;
  orderId: number;
  allowNegative: boolean;
}

/**
 * The one place that writes stock: what is on hand, what of it is reserved, what it cost, and the ledger
 * of movements. What is on hand is always the sum of its movements. Everything here is called inside a
 * unit of work, so that either all of it is on disk or none.
 */
export class StockLedger {
  readonly #sql;
  readonly #writes;
  /** The products whose stock the running unit of work has changed. */
  #touched: Set<number> | null = null;
  readonly #watchers: Array<(productIds: readonly number[]) => void> = [];

  constructor({ handle, writes }: Pick<Database, 'handle' | 'writes'>) {
    this.#sql = prepareLedger(handle);
    this.#writes = writes;
  }

  /**
   * Calls a watcher at the end of each unit of work that changed what is on hand or reserved, inside that
   * unit, with the products it changed: what the watcher writes is on disk with the change, or not at all.
   */
  watch(watcher: (productIds: readonly number[]) => void): void {
    this.#watchers.push(watcher);
  }

  /**
   * Moves one batch (or what has none) of a product at one location; makes the entry when there is none.
   * `costMinor` is what the moved goods cost, `valueMinor` the change of the stock's value.
   * @throws INSUFFICIENT_STOCK when more leaves than is there unreserved, unless that is allowed.
   */
  move(move: Move): MovedCost & { movementId: number } {
    const shelf = this.#shelfOf(move, move.batchId);
    const availableMilli = shelf.onHandMilli - shelf.reservedMilli;
    if (!move.allowNegative && move.quantityMilli < 0 && availableMilli + move.quantityMilli < 0) {
      throw this.#insufficient(move, -move.quantityMilli, availableMilli);
    }
    return this.#write(move, shelf, move.quantityMilli, move.unitCostMinor);
  }

  /**
   * Takes sold goods from a place: from what has no batch first, then from the batches by expiry, over
   * several where one is not enough.
   * @returns what they cost, by the average cost of what was there
   * @throws INSUFFICIENT_STOCK with what is available, unless stock may go below zero.
   */
  sell({ ctx, orderId, ...goods }: Sell): { costMinor: number } {
    let costMinor = 0;
    for (const taken of this.take({ ...sold(ctx, orderId), ...goods })) costMinor += taken.costMinor;
    return { costMinor };
  }

  /**
   * Takes goods from a place: from the chosen batch, or from what has none first and then from the batches
   * by expiry, over several where one is not enough.
   * @returns what left which entry
   * @throws INSUFFICIENT_STOCK with what is available, unless stock may go below zero.
   */
  take({ quantityMilli, batchId, allowNegative, ...origin }: Take): Taken[] {
    return this.#choose(origin, quantityMilli, allowNegative, batchId).map(({ shelf, takenMilli }) => ({
      ...this.#write(origin, shelf, -takenMilli),
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
    const chosen = this.#choose(place, quantityMilli, false, batchId);
    return chosen.map(({ shelf, takenMilli }) => {
      const { productId } = place;
      const level = { onHandMilli: shelf.totalMilli, valueMinor: shelf.valueMinor };
      const left = costOfTaking(level, takenMilli, () => this.#lastUnitCost(productId));
      const came = { ...left, valueMinor: 0 - left.valueMinor };
      const there = { productId, locationId: toLocationId };
      // What there is of it over all places, and what that cost, stays the same.
      this.#record({ ...origin, ...place }, shelf, -takenMilli, left);
      this.#record({ ...origin, ...there }, this.#shelfOf(there, shelf.batchId), takenMilli, came);
      return { batchId: shelf.batchId, quantityMilli: takenMilli };
    });
  }

  /** What of a product can be sold or promised at a location: on hand less reserved, over its batches. */
  availableMilli(productId: number, locationId: number): number {
    return this.#sql.available.get(productId, locationId) ?? 0;
  }

  /**
   * Promises stock to an order's line, so that nobody else gets it.
   * @throws INSUFFICIENT_STOCK with what is available, unless stock may go below zero.
   */
  reserve({ orderLineId, quantityMilli, allowNegative, ...place }: Reserve): void {
    for (const { shelf, takenMilli } of this.#choose(place, quantityMilli, allowNegative)) {
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
   * Takes what was promised to an order's line from the very entries it was promised from.
   * @returns what the goods cost
   * @throws INSUFFICIENT_STOCK when less is on hand than was promised, unless stock may go below zero.
   */
  takeReserved({ ctx, orderLineId, orderId, allowNegative }: TakeReserved): { costMinor: number } {
    const promised = this.#sql.reservations.all(orderLineId);
    this.release(orderLineId);
    let costMinor = 0;
    for (const { productId, locationId, quantityMilli, ...shelf } of promised) {
      const place = { productId, locationId };
      if (!allowNegative && shelf.onHandMilli < quantityMilli) {
        throw this.#insufficient(place, quantityMilli, shelf.onHandMilli);
      }
      costMinor += this.#write({ ...sold(ctx, orderId), ...place }, shelf, -quantityMilli).costMinor;
    }
    return { costMinor };
  }

  /** Begins stock of a product (and batch) at a location, with nothing there; one that exists stays as it is. */
  makeEntry({ productId, locationId }: Place, batchId: number | null): number {
    return this.#shelfOf({ productId, locationId }, batchId).entryId;
  }

  /** Removes an entry that holds nothing and of which nothing is reserved. */
  removeEntry(entryId: number): void {
    this.#sql.deleteEntry.run(entryId);
  }

  /** Removes what was prepared for a product that never moved, so that the product itself can be deleted. */
  forgetProduct(productId: number): void {
    this.#sql.forgetEntries.run(productId);
    this.#sql.forgetCosts.run(productId);
    this.#sql.forgetBatches.run(productId);
  }

  #shelfOf({ productId, locationId }: Place, batchId: number | null): Shelf {
    const known = this.#sql.shelf.get(productId, locationId, batchId);
    if (known) return known;
    this.#sql.makeEntry.run(productId, locationId, batchId);
    this.#sql.makeCost.run(productId, batchId);
    const made = this.#sql.shelf.get(productId, locationId, batchId);
    if (!made) throw new Error(`No stock entry for product ${productId} at location ${locationId}`);
    return made;
  }

  #changeReserved(productId: number, entryId: number, changeMilli: number): void {
    this.#sql.changeReserved.run(changeMilli, entryId);
    this.#touch(productId);
  }

  /** Remembers that a product's stock changed, and tells the watchers of all of them once, at the unit's end. */
  #touch(productId: number): void {
    if (this.#touched) {
      this.#touched.add(productId);
      return;
    }
    if (this.#watchers.length === 0) return;
    const touched = new Set([productId]);
    this.#touched = touched;
    this.#writes.beforeCommit(() => {
      this.#touched = null;
      for (const watcher of this.#watchers) watcher([...touched]);
    });
    this.#writes.afterRollback(() => {
      this.#touched = null;
    });
  }

  /** From which entries a quantity is taken. What is not there, where that is allowed, goes without a batch. */
  #choose(place: Place, quantityMilli: number, allowNegative: boolean, batchId?: number | null) {
    if (batchId !== undefined) return [this.#chosen(place, quantityMilli, allowNegative, batchId)];
    const chosen: Array<{ shelf: Shelf; takenMilli: number }> = [];
    let leftMilli = quantityMilli;
    for (const shelf of this.#sql.shelves.all(place.productId, place.locationId)) {
      const takenMilli = Math.min(leftMilli, Math.max(shelf.onHandMilli - shelf.reservedMilli, 0));
      if (takenMilli > 0) chosen.push({ shelf, takenMilli });
      leftMilli -= takenMilli;
      if (leftMilli === 0) return chosen;
    }
    if (!allowNegative) {
      throw this.#insufficient(place, quantityMilli, quantityMilli - leftMilli);
    }
    const batchless = chosen.find(({ shelf }) => shelf.batchId === null);
    if (batchless) batchless.takenMilli += leftMilli;
    else chosen.push({ shelf: this.#shelfOf(place, null), takenMilli: leftMilli });
    return chosen;
  }

  /** The entry of the batch that somebody chose, which has to hold all of it. */
  #chosen(place: Place, quantityMilli: number, allowNegative: boolean, batchId: number | null) {
    const shelf = this.#shelfOf(place, batchId);
    const availableMilli = shelf.onHandMilli - shelf.reservedMilli;
    if (!allowNegative && availableMilli < quantityMilli) {
      throw this.#insufficient(place, quantityMilli, availableMilli);
    }
    return { shelf, takenMilli: quantityMilli };
  }

  /** Writes one movement with its level and cost; `shelf` must be as it is in the database now. */
  #write(origin: Origin & Place, shelf: Shelf, quantityMilli: number, unitCostMinor?: number) {
    if (quantityMilli === 0) throw new RangeError('A movement of nothing');
    const level = { onHandMilli: shelf.totalMilli, valueMinor: shelf.valueMinor };
    const lastUnitCost = () => this.#lastUnitCost(origin.productId);
    const moved =
      quantityMilli > 0
        ? valueOfAdding(level, quantityMilli, unitCostMinor, lastUnitCost)
        : costOfTaking(level, -quantityMilli, lastUnitCost);
    this.#sql.changeCost.run(quantityMilli, moved.valueMinor, shelf.costId);
    return this.#record(origin, shelf, quantityMilli, moved);
  }

  /** Writes one movement with its level at one place; what the stock costs altogether is the caller's. */
  #record(origin: Origin & Place, shelf: Shelf, quantityMilli: number, moved: MovedCost) {
    const { ctx, kind, productId, locationId, reason, cause, causeId } = origin;
    const afterMilli = shelf.onHandMilli + quantityMilli;
    this.#sql.changeLevel.run(quantityMilli, shelf.entryId);
    if (kind === 'received' || kind === 'opening') this.#sql.noteReceived.run(ctx.now, shelf.entryId);
    this.#touch(productId);
    const { lastInsertRowid } = this.#sql.addMovement.run({
      movedAt: ctx.now,
      kind,
      productId,
      locationId,
      batchId: shelf.batchId,
      quantityMilli,
      beforeMilli: shelf.onHandMilli,
      afterMilli,
      unitCostMinor: moved.unitCostMinor,
      valueMinor: moved.valueMinor,
      belowZero: afterMilli < 0 ? 1 : 0,
      reason,
      accountId: ctx.account.id,
      cause,
      causeId,
    });
    return { ...moved, movementId: Number(lastInsertRowid) };
  }

  /** What a unit cost when it last moved, or by the catalogue where it never did. */
  #lastUnitCost(productId: number): number {
    return this.#sql.lastUnitCost.get(productId, productId) ?? 0;
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

function sold(ctx: Ctx, orderId: number): Origin {
  return { ctx, kind: 'sold', reason: '', cause: 'order', causeId: orderId };
}
