import type { Repository } from 'typeorm';
import type { SettingsService } from '#main/features/settings/index';
import type { Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import type { Stocktake } from '#shared/contract/stocktakes';
import type { StocktakeEntity } from './stocktake.entity';
import type { StocktakeRow } from './stocktake.queries';
import type { StocktakeBook } from './stocktake-book';

interface Needs {
  repository: Repository<StocktakeEntity>;
  book: StocktakeBook;
  settings: SettingsService;
  audit: StoreLog;
}

/** The life of a stocktake except its posting: started, closed for review, cancelled. */
export class StocktakeService {
  readonly #needs: Needs;
  readonly #repository: Repository<StocktakeEntity>;

  constructor(needs: Needs) {
    this.#needs = needs;
    this.#repository = needs.repository;
  }

  /**
   * Starts counting a location or a category there; the stock on hand at this moment is frozen as expected.
   * @throws LOCATION_CLOSED, STOCKTAKE_OVERLAPS with the open stocktake that counts some of the same items
   */
  async start(
    ctx: Ctx,
    { locationId, categoryId, note }: ParsedInputs['stocktakes']['start'],
  ): Promise<Stocktake> {
    const { book, settings } = this.#needs;
    const place = book.reads.place.get(locationId);
    if (!place) throw refuse('NOT_FOUND', { what: 'location' });
    if (place.closedAt !== null) throw refuse('LOCATION_CLOSED', { locationName: place.name });
    const categoryName = categoryId === null ? '' : book.reads.categoryName.get(categoryId);
    if (categoryName === undefined) throw refuse('NOT_FOUND', { what: 'category' });
    const other = book.reads.overlapping.get({ locationId, categoryId });
    if (other !== undefined) throw book.overlap(other);
    const { id } = await this.#repository.save({
      number: null,
      state: 'counting' as const,
      locationId,
      categoryId,
      categoryName,
      note,
      blind: settings.current.blindStocktake ? 1 : 0,
      lineCount: 0,
      countedCount: 0,
      uncounted: null,
      startedAt: ctx.now,
      startedById: ctx.account.id,
      reviewedAt: null,
      reviewedById: null,
      closedAt: null,
      closedById: null,
      changedAt: ctx.now,
      changedById: ctx.account.id,
      version: 1,
    });
    const { changes: lineCount } = book.writes.freeze.run({ id, locationId, categoryId });
    await this.#repository.update(id, { lineCount });
    return this.#changed(ctx, id, null);
  }

  /** Closes the counting for review; a stocktake already in review stays there. @throws STOCKTAKE_CLOSED */
  async review(ctx: Ctx, id: number): Promise<Stocktake> {
    const before = this.#needs.book.openRow(id);
    if (before.state === 'review') return this.#needs.book.view(id);
    await this.#step(ctx, before, { state: 'review', reviewedAt: ctx.now, reviewedById: ctx.account.id });
    return this.#changed(ctx, id, before);
  }

  /** Cancels a stocktake; stock stays unchanged. @throws STOCKTAKE_CLOSED */
  async cancel(ctx: Ctx, id: number): Promise<Stocktake> {
    const before = this.#needs.book.openRow(id);
    await this.#step(ctx, before, { state: 'cancelled', closedAt: ctx.now, closedById: ctx.account.id });
    return this.#changed(ctx, id, before);
  }

  async #step(ctx: Ctx, { id, version }: StocktakeRow, change: Partial<StocktakeEntity>): Promise<void> {
    const stamp = { changedAt: ctx.now, changedById: ctx.account.id, version: version + 1 };
    await this.#repository.update(id, { ...change, ...stamp });
  }

  #changed(ctx: Ctx, id: number, before: StocktakeRow | null): Stocktake {
    const { book, audit } = this.#needs;
    const after = book.row(id);
    audit.record(ctx, {
      entity: 'stocktake',
      entityId: id,
      label: after.locationName,
      before: before && auditedOf(before),
      after: auditedOf(after),
    });
    return book.view(id);
  }
}

function auditedOf({ state, locationName, categoryName, note }: StocktakeRow) {
  return { state, locationName, category: categoryName, note };
}
