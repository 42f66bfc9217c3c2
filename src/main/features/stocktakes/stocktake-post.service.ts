import type { Repository } from 'typeorm';
import type { SettingsService } from '#main/features/settings/index';
import type { StockLedger } from '#main/features/stock/index';
import type { NumberService } from '#main/features/tills/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Tx } from '#main/platform/work/connections';
import type { ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import type { Stocktake } from '#shared/contract/stocktakes';
import type { StocktakeEntity } from './stocktake.entity';
import type { StocktakeRow } from './stocktake.queries';
import type { StocktakeBook } from './stocktake-book';
import { type PostedLine, stocktakePostQueries } from './stocktake-post.queries';

type PostInput = ParsedInputs['stocktakes']['post'];

interface Needs {
  repository: Repository<StocktakeEntity>;
  book: StocktakeBook;
  ledger: StockLedger;
  settings: SettingsService;
  numbers: NumberService;
  audit: StoreLog;
  changes: ChangeFeed;
}

/**
 * Posts a stocktake: its differences become movements. They were calculated count by count and are stored on the
 * lines, so that posting only has to move what differs.
 */
export class StocktakePostService {
  readonly #needs: Needs;
  readonly #queries;
  readonly #repository: Repository<StocktakeEntity>;

  constructor(tx: Tx, needs: Needs) {
    this.#needs = needs;
    this.#queries = stocktakePostQueries(tx);
    this.#repository = needs.repository;
  }

  /**
   * Applies the differences to the current stock, even if it is reserved: the count is the truth. The reason of each
   * movement is the line's note, else the stocktake's.
   * @throws STOCKTAKE_CHANGED when anything was counted since the reviewed version, with the person who counted,
   * STOCKTAKE_BELOW_ZERO with the first item that would fall below zero, unless the store allows that,
   * STOCKTAKE_NOT_REVIEWED, STOCKTAKE_CLOSED
   */
  async post(ctx: Ctx, { id, version, uncounted }: PostInput): Promise<Stocktake> {
    const { book, numbers, changes } = this.#needs;
    const before = book.openRow(id);
    if (before.state !== 'review') throw refuse('STOCKTAKE_NOT_REVIEWED', {});
    if (before.version !== version) {
      throw refuse('STOCKTAKE_CHANGED', { by: before.changedByName, at: before.changedAt });
    }
    const lines = this.#queries.different.all(id);
    if (uncounted === 'zero') lines.push(...this.#queries.uncounted.all(id));
    this.#assertNotBelowZero(lines);
    for (const line of lines) this.#move(ctx, before, line);
    const number = numbers.next('stocktake');
    await this.#repository.update(id, {
      state: 'posted',
      number,
      uncounted,
      closedAt: ctx.now,
      closedById: ctx.account.id,
      changedAt: ctx.now,
      changedById: ctx.account.id,
      version: version + 1,
    });
    this.#record(ctx, before, { number, uncounted, lines: lines.length });
    changes.publish('stock');
    return book.view(id);
  }

  #assertNotBelowZero(lines: readonly PostedLine[]): void {
    if (this.#needs.settings.current.allowNegativeStock) return;
    const below = lines.filter(
      ({ onHandMilli, differenceMilli }) => differenceMilli < 0 && onHandMilli + differenceMilli < 0,
    );
    const [first] = below;
    if (!first) return;
    const { productId, productName, unit, onHandMilli, differenceMilli } = first;
    throw refuse('STOCKTAKE_BELOW_ZERO', {
      productId,
      productName,
      unit,
      onHandMilli,
      differenceMilli,
      entries: below.length,
    });
  }

  #move(ctx: Ctx, stocktake: StocktakeRow, line: PostedLine): void {
    const { productId, batchId, differenceMilli } = line;
    const { valueMinor } = this.#needs.ledger.move({
      ctx,
      kind: 'counted',
      productId,
      locationId: stocktake.locationId,
      batchId,
      quantityMilli: differenceMilli,
      reason: line.note || stocktake.note,
      cause: 'stocktake',
      causeId: stocktake.id,
      // Reservations do not change what was counted; an item that would fall below zero was refused above.
      allowNegative: true,
    });
    this.#queries.keepResult.run(differenceMilli, valueMinor, line.lineId);
  }

  #record(ctx: Ctx, { id, locationName, state }: StocktakeRow, result: object): void {
    this.#needs.audit.record(ctx, {
      entity: 'stocktake',
      entityId: id,
      label: locationName,
      before: { state },
      after: { state: 'posted', ...result },
    });
  }
}
