import { assertFits, assertWhole, usualQuantity } from '#main/features/catalogue/index';
import { type CodeResolver, neededAmountOf } from '#main/features/scanning/index';
import type { StockService } from '#main/features/stock/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { Tx } from '#main/platform/work/connections';
import type { ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import type { CountAnswer } from '#shared/contract/stocktakes';
import { type CountedProduct, countQueries, type Entry, type LineRow } from './count.queries';
import { differenceOf } from './difference';
import type { StocktakeRow } from './stocktake.queries';
import type { StocktakeBook } from './stocktake-book';
import { sightOf } from './stocktake-view';

type CountInput = ParsedInputs['stocktakes']['count'];

interface Needs {
  book: StocktakeBook;
  codes: CodeResolver;
  stock: StockService;
  changes: ChangeFeed;
}

/** What a person counts: a product, its quantity and its batch, as far as given. */
interface Counted {
  productId: number;
  quantityMilli: number | undefined;
  batchId: number | null | undefined;
}

/**
 * Counting by scan or by hand, from several screens at once. Each count is a separate row; the counted quantity
 * is their sum. Each row stores the ledger's level at that time, see {@link differenceOf}.
 */
export class StocktakeCountService {
  readonly #needs: Needs;
  readonly #queries;

  constructor(tx: Tx, needs: Needs) {
    this.#needs = needs;
    this.#queries = countQueries(tx);
  }

  /**
   * Counts something. What is not on the list is added to it: a product or batch of which nothing was on hand
   * at the start, and with `beyondCategory` a product that is not of the category that is counted.
   * @throws NOT_IN_STOCKTAKE for such a product without it, BATCH_NEEDED where several batches are in stock there and
   *   none was named, QUANTITY_NEEDED for a measured product without a quantity, QUANTITY_TOO_FINE,
   *   QUANTITY_TOO_LARGE, LOCATION_SCANNED for the code of a location, STOCKTAKE_CLOSED, STOCKTAKE_OVERLAPS where
   *   another stocktake counts it, and what {@link CodeResolver.product} refuses
   */
  count(ctx: Ctx, input: CountInput): CountAnswer {
    const stocktake = this.#needs.book.openRow(input.stocktakeId);
    const counted = this.#countedBy(ctx, input);
    const product = this.#product(counted.productId);
    const quantityMilli = counted.quantityMilli ?? usualQuantity({ id: counted.productId, ...product });
    assertWhole(product.name, product.unit, quantityMilli);
    this.#assertBelongs(stocktake, counted.productId, product.name, input.beyondCategory);
    const batchId = this.#batchOf(stocktake, counted, product);
    const entry = { productId: counted.productId, locationId: stocktake.locationId, batchId };
    const known = this.#queries.lineOf.get(stocktake.id, entry.productId, batchId);
    const line = known ?? this.#found(stocktake.id, entry);
    this.#addCount(ctx, line, entry, { mode: input.mode, quantityMilli });
    const answer = this.#answer(ctx, line, {
      addedLines: known ? 0 : 1,
      product,
      mode: input.mode,
      quantityMilli,
    });
    assertFits(product, answer.countedMilli ?? 0);
    return answer;
  }

  /** Undoes the signed-in person's last valid count. @throws NOTHING_TO_UNDO, STOCKTAKE_CLOSED */
  undoCount(ctx: Ctx, stocktakeId: number): CountAnswer {
    this.#needs.book.openRow(stocktakeId);
    const last = this.#queries.ownLast.get(stocktakeId, ctx.account.id);
    if (!last) throw refuse('NOTHING_TO_UNDO', {});
    this.#queries.undo.run(ctx.now, last.id);
    const line = this.#line(last.lineId);
    const { mode, quantityMilli } = last;
    return this.#answer(ctx, line, {
      addedLines: 0,
      product: this.#product(line.productId),
      mode,
      quantityMilli,
    });
  }

  /** Writes the note of a line. @throws STOCKTAKE_CLOSED */
  note(lineId: number, note: string): void {
    this.#needs.book.openRow(this.#line(lineId).stocktakeId);
    this.#queries.keepNote.run(note, lineId);
    this.#needs.changes.publish('stocktakes');
  }

  /** What a code or a product says of what is counted. A code of goods may name the batch. */
  #countedBy(ctx: Ctx, input: CountInput): Counted {
    const { code, keyPositions, productId, quantityMilli, batchId, batch } = input;
    const scanned = code === undefined ? undefined : this.#needs.codes.product(ctx, { code, keyPositions });
    const id = scanned?.product.id ?? productId;
    if (id === undefined) throw refuse('NOT_FOUND', { what: 'product' });
    const named = batch ?? (scanned?.batch && { number: scanned.batch.number, expiresOn: scanned.expiresOn });
    return {
      productId: id,
      quantityMilli: quantityMilli ?? (scanned && neededAmountOf(scanned).quantityMilli),
      batchId:
        batchId === undefined && named
          ? this.#needs.stock.batchOf(ctx, { productId: id, batch: named })
          : batchId,
    };
  }

  #product(id: number): CountedProduct {
    const product = this.#queries.product.get(id);
    if (!product) throw refuse('NOT_FOUND', { what: 'product' });
    return product;
  }

  #line(id: number): LineRow {
    const line = this.#queries.line.get(id);
    if (!line) throw refuse('NOT_FOUND', { what: 'line' });
    return line;
  }

  /**
   * In a whole location every product belongs; in a category its products, those on the list and intended additions.
   */
  #assertBelongs(stocktake: StocktakeRow, productId: number, productName: string, isMeant: boolean): void {
    const { id, categoryId, categoryName, locationName } = stocktake;
    const { book } = this.#needs;
    if (this.#queries.isListed.get(id, productId)) return;
    const belongs =
      categoryName === '' ||
      (categoryId !== null && book.reads.isOfCategory.get({ productId, categoryId }) !== undefined);
    if (!(belongs || isMeant)) {
      throw refuse('NOT_IN_STOCKTAKE', { productId, productName, categoryName, locationName });
    }
    const beside = book.reads.countedBeside.get({ id, productId });
    if (beside !== undefined) throw book.overlap(beside);
  }

  /** The given batch, else the only batch there; a product that never had a batch has none. */
  #batchOf(
    stocktake: StocktakeRow,
    { productId, batchId }: Counted,
    { name: productName, unit }: CountedProduct,
  ): number | null {
    if (typeof batchId === 'number' && !this.#queries.isBatchOf.get(batchId, productId)) {
      throw refuse('NOT_FOUND', { what: 'batch' });
    }
    if (batchId !== undefined) return batchId;
    const { id: stocktakeId, locationId } = stocktake;
    const batches = this.#queries.batches.all({ stocktakeId, productId, locationId });
    if (batches.length > 1) {
      const { differences: showsStock } = sightOf(stocktake, false);
      const offered = batches.map(({ onHandMilli, isUsedUp, ...batch }) => ({
        ...batch,
        isUsedUp: isUsedUp === 1,
        onHandMilli: showsStock ? onHandMilli : null,
      }));
      throw refuse('BATCH_NEEDED', { productId, productName, batches: offered, unit });
    }
    return batches[0]?.id ?? null;
  }

  /** Adds an item that was found to the list; its expected quantity is the ledger's current level. */
  #found(stocktakeId: number, entry: Entry): LineRow {
    const { productId, batchId } = entry;
    const expectedMilli = this.#queries.onHand.get(entry) ?? 0;
    const { lastInsertRowid } = this.#queries.addLine.run({ stocktakeId, productId, batchId, expectedMilli });
    return this.#line(Number(lastInsertRowid));
  }

  #addCount(
    ctx: Ctx,
    line: LineRow,
    entry: Entry,
    what: { mode: 'add' | 'set'; quantityMilli: number },
  ): void {
    const previous = this.#queries.previous.get(line.id);
    const moved = previous && this.#queries.movedSince.get({ ...entry, movementId: previous.movementId });
    this.#queries.addCount.run({
      ...what,
      lineId: line.id,
      stocktakeId: line.stocktakeId,
      accountId: ctx.account.id,
      countedAt: ctx.now,
      movementId: this.#queries.lastMovement.get() ?? 0,
      levelMilli: this.#queries.onHand.get(entry) ?? 0,
      cameMilli: (previous?.cameMilli ?? 0) + (moved?.cameMilli ?? 0),
      leftMilli: (previous?.leftMilli ?? 0) + (moved?.leftMilli ?? 0),
    });
  }

  /** Recalculates a line from its valid counts, updates the stocktake's last change and returns the counted item. */
  #answer(
    ctx: Ctx,
    line: LineRow,
    change: { addedLines: number; product: CountedProduct } & Pick<CountAnswer, 'mode' | 'quantityMilli'>,
  ): CountAnswer {
    const counted = this.#calculate(line.id);
    const nowCounted = (counted ? 1 : 0) - (line.countedMilli === null ? 0 : 1);
    this.#needs.book.writes.noteCount.run({
      id: line.stocktakeId,
      now: ctx.now,
      accountId: ctx.account.id,
      lines: change.addedLines,
      counted: nowCounted,
    });
    this.#needs.changes.publish('stocktakes');
    const { name, sku, unit, imageHash } = change.product;
    return {
      lineId: line.id,
      productId: line.productId,
      productName: name,
      sku,
      unit,
      imageHash,
      batchId: line.batchId,
      batchNumber: line.batchNumber,
      found: line.found === 1,
      countedMilli: counted?.countedMilli ?? null,
      quantityMilli: change.quantityMilli,
      mode: change.mode,
      cameMilli: counted?.cameMilli ?? 0,
      leftMilli: counted?.leftMilli ?? 0,
    };
  }

  #calculate(lineId: number): { countedMilli: number; cameMilli: number; leftMilli: number } | null {
    const standing = this.#queries.standing.get({ lineId });
    if (!standing || standing.countedMilli === null) {
      const nothing = { countedMilli: null, differenceMilli: null, leastMilli: null, mostMilli: null };
      this.#queries.keepFigures.run({ lineId, ...nothing });
      return null;
    }
    const counted = {
      countedMilli: standing.countedMilli,
      levelMilli: standing.levelMilli ?? 0,
      cameMilli: (standing.lastCameMilli ?? 0) - (standing.firstCameMilli ?? 0),
      leftMilli: (standing.lastLeftMilli ?? 0) - (standing.firstLeftMilli ?? 0),
    };
    const { countedMilli } = counted;
    this.#queries.keepFigures.run({ lineId, countedMilli, ...differenceOf(counted) });
    return counted;
  }
}
