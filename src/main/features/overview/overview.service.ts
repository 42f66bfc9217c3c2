import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import { type Ctx, may } from '#main/platform/ctx';
import type { Database } from '#main/platform/database/database';
import type { Reader } from '#main/platform/work/connections';
import type { Outputs } from '#shared/contract/index';
import type { CategoryStock, ExpiringStock } from '#shared/contract/overview';
import { refuse } from '#shared/contract/refusals';
import { addDays, dayOf } from '#shared/kernel/time';
import { categoryProductQueries } from './category-product.queries';
import { addSums, asShown, noStock, type StockSums } from './stock-sums';
import { type Survey, takeSurvey } from './survey';

/** A survey is reused as long as none of its data changed, and at most until the day ends. */
interface KeptSurvey {
  takenAt: number;
  today: string;
  taking: Promise<Survey>;
}

interface Page {
  offset: number;
  limit: number;
}

interface Needs {
  database: Database;
  settings: SettingsService;
  changes: ChangeFeed;
}

/** An overview of all stock: by category and location, low stock, expiring stock and total value. */
export class OverviewService {
  readonly #needs: Needs;
  readonly #products;
  #kept: KeptSurvey | null = null;

  constructor(reader: Reader, needs: Needs) {
    this.#needs = needs;
    this.#products = categoryProductQueries(reader);
    const ofStock = ['stock', 'catalogue', 'stores', 'alerts'];
    needs.changes.listen((topic) => {
      if (ofStock.includes(topic)) this.#kept = null;
    });
  }

  /** The totals of all stock. */
  async figures(ctx: Ctx): Promise<Outputs['overview']['figures']> {
    const { survey, takenAt } = await this.#survey(ctx);
    return {
      at: takenAt,
      ...asShown(survey.all, may(ctx, 'seeCost')),
      low: survey.low.length,
      nearExpiry: batchesIn(survey.expiring.filter(({ isExpired }) => !isExpired)),
      expired: batchesIn(survey.expiring.filter(({ isExpired }) => isExpired)),
    };
  }

  /** The top-level categories, or those below one, each including everything below it. @throws NOT_FOUND */
  async categories(ctx: Ctx, categoryId?: number): Promise<Outputs['overview']['categories']> {
    const { survey } = await this.#survey(ctx);
    const seesCost = may(ctx, 'seeCost');
    const parentId = categoryId ?? null;
    const path = pathTo(survey, parentId);
    const rows = (survey.childrenOf.get(parentId) ?? []).map(
      ({ id, name }): CategoryStock => ({
        categoryId: id,
        name,
        hasSubcategories: survey.childrenOf.has(id),
        ...asShown(withBelow(survey, id), seesCost),
      }),
    );
    const direct = survey.byCategory.get(parentId);
    if (direct) {
      rows.push({ categoryId: null, name: '', hasSubcategories: false, ...asShown(direct, seesCost) });
    }
    return { path, rows };
  }

  /** The stock at each location, selling locations first. */
  async locations(ctx: Ctx): Promise<Outputs['overview']['locations']> {
    const { survey } = await this.#survey(ctx);
    return survey.locations.map(({ id, name }) => ({
      locationId: id,
      name,
      ...asShown(survey.byLocation.get(id) ?? noStock(), may(ctx, 'seeCost')),
    }));
  }

  /** The stock on hand directly in a category, or without one, by name. */
  products(
    ctx: Ctx,
    { categoryId, ...page }: Page & { categoryId: number | null },
  ): Outputs['overview']['products'] {
    const { rows, ...total } = this.#products.page(categoryId, page);
    return { rows: rows.map(valuesFor(ctx)), ...total };
  }

  /** Products at or below their threshold, by name. */
  async low(ctx: Ctx, page: Page): Promise<Outputs['overview']['low']> {
    const { survey } = await this.#survey(ctx);
    return pageOf(survey.low, page, (row) => row);
  }

  /** Batches that are expired or near expiry, earliest expiry first. */
  async expiring(ctx: Ctx, page: Page): Promise<Outputs['overview']['expiring']> {
    const { survey } = await this.#survey(ctx);
    return pageOf(survey.expiring, page, valuesFor(ctx));
  }

  /** The current survey; calls during a survey, or before anything changes, share it. */
  async #survey(ctx: Ctx): Promise<{ survey: Survey; takenAt: number }> {
    const { timeZone, nearExpiryDays } = this.#needs.settings.current;
    const today = dayOf(ctx.now, timeZone);
    if (this.#kept?.today !== today) {
      const days = { today, nearUntil: addDays(today, nearExpiryDays) };
      const kept: KeptSurvey = { takenAt: ctx.now, today, taking: this.#take(days) };
      this.#kept = kept;
      // A failed survey is not kept for the next call.
      kept.taking.catch(() => {
        if (this.#kept === kept) this.#kept = null;
      });
    }
    const { taking, takenAt } = this.#kept;
    return { survey: await taking, takenAt };
  }

  async #take(days: { today: string; nearUntil: string }): Promise<Survey> {
    const snapshot = this.#needs.database.openSnapshot();
    try {
      return await takeSurvey(snapshot, days);
    } finally {
      snapshot.close();
    }
  }
}

/** Returns a function that hides the value of rows from people who may not see cost. */
function valuesFor(ctx: Ctx) {
  const seesCost = may(ctx, 'seeCost');
  return <Row extends { valueMinor: number }>(row: Row) => ({
    ...row,
    valueMinor: seesCost ? row.valueMinor : null,
  });
}

function pageOf<Row, Shown>(
  rows: readonly Row[],
  { offset, limit }: Page,
  show: (row: Row) => Shown,
): { rows: Shown[]; total: number; totalIsExact: boolean } {
  return { rows: rows.slice(offset, offset + limit).map(show), total: rows.length, totalIsExact: true };
}

/** A category's sums, including everything below it. */
function withBelow(survey: Survey, id: number): StockSums {
  const sums = noStock();
  addSums(sums, survey.byCategory.get(id) ?? noStock());
  for (const child of survey.childrenOf.get(id) ?? []) addSums(sums, withBelow(survey, child.id));
  return sums;
}

/** The categories from the root down to one, including it. @throws NOT_FOUND */
function pathTo(survey: Survey, id: number | null): { id: number; name: string }[] {
  if (id === null) return [];
  const category = survey.categoryOf.get(id);
  if (!category) throw refuse('NOT_FOUND', { what: 'category' });
  return [...pathTo(survey, category.parentId), { id, name: category.name }];
}

/** The number of batches, each counted once, wherever its stock is. */
function batchesIn(stock: readonly ExpiringStock[]): number {
  return new Set(stock.map(({ productId, batchNumber }) => `${productId} ${batchNumber}`)).size;
}
