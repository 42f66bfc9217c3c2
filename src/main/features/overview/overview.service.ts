import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import { type Ctx, may } from '#main/platform/ctx';
import type { Reading } from '#main/platform/reading/reading';
import type { Reader } from '#main/platform/work/connections';
import type { Outputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import { addDays, dayOf } from '#shared/kernel/time';
import { categoryProductQueries } from './category-product.queries';
import { type OverviewOrder, type OverviewReadings, type Page, valuesFor } from './readings';

interface Needs {
  settings: SettingsService;
  changes: ChangeFeed;
  reading: Reading<OverviewReadings>;
}

/** An overview of all stock: by category and location, low stock, expiring stock and total value. */
export class OverviewService {
  readonly #needs: Needs;
  readonly #products;
  #version = 0;

  constructor(reader: Reader, needs: Needs) {
    this.#needs = needs;
    this.#products = categoryProductQueries(reader);
    const ofStock = ['stock', 'catalogue', 'stores', 'alerts'];
    needs.changes.listen((topic) => {
      if (ofStock.includes(topic)) this.#version += 1;
    });
  }

  /** The totals of all stock. */
  figures(ctx: Ctx): Promise<Outputs['overview']['figures']> {
    return this.#needs.reading.run('overview.figures', this.#orderOf(ctx));
  }

  /** The top-level categories, or those below one, each including everything below it. @throws NOT_FOUND */
  async categories(ctx: Ctx, categoryId: number | null = null): Promise<Outputs['overview']['categories']> {
    const order = { ...this.#orderOf(ctx), categoryId };
    const found = await this.#needs.reading.run('overview.categories', order);
    if (!found) throw refuse('NOT_FOUND', { what: 'category' });
    return found;
  }

  /** The stock at each location, selling locations first. */
  locations(ctx: Ctx): Promise<Outputs['overview']['locations']> {
    return this.#needs.reading.run('overview.locations', this.#orderOf(ctx));
  }

  /** The stock on hand directly in a category, or without one, by name. */
  products(
    ctx: Ctx,
    { categoryId, ...page }: Page & { categoryId: number | null },
  ): Outputs['overview']['products'] {
    const { rows, ...total } = this.#products.page(categoryId, page);
    return { rows: rows.map(valuesFor(may(ctx, 'seeCost'))), ...total };
  }

  /** Products at or below their threshold, by name. */
  low(ctx: Ctx, page: Page): Promise<Outputs['overview']['low']> {
    return this.#needs.reading.run('overview.low', { ...this.#orderOf(ctx), ...page });
  }

  /** Batches that are expired or near expiry, earliest expiry first. */
  expiring(ctx: Ctx, page: Page): Promise<Outputs['overview']['expiring']> {
    return this.#needs.reading.run('overview.expiring', { ...this.#orderOf(ctx), ...page });
  }

  #orderOf(ctx: Ctx): OverviewOrder {
    const { timeZone, nearExpiryDays } = this.#needs.settings.current;
    const today = dayOf(ctx.now, timeZone);
    return {
      days: { today, nearUntil: addDays(today, nearExpiryDays) },
      version: this.#version,
      now: ctx.now,
      seesCost: may(ctx, 'seeCost'),
    };
  }
}
