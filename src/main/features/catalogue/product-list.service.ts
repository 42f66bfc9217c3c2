import type { SettingsService } from '#main/features/settings/index';
import { assertAllowed, type Ctx } from '#main/platform/ctx';
import type { Reader } from '#main/platform/work/connections';
import type { Product, ProductRow } from '#shared/contract/catalogue';
import { refuse } from '#shared/contract/refusals';
import { matchExpression } from '#shared/kernel/search-text';
import { startOfDay } from '#shared/kernel/time';
import { productQueries } from './product.queries';
import { ProductFinder } from './product-finder';
import { type ProductFilter, type ProductSort, productListQueries } from './product-list.queries';
import { fullProductVisibleTo, isCustomer, productVisibleTo } from './product-view';

interface Page {
  offset: number;
  limit: number;
}

/** Which products to list, and in which order. */
export interface ProductChoice {
  search: string;
  categoryId?: number | undefined;
  statuses: readonly ProductRow['status'][];
  createdById?: number | undefined;
  /** A day in the store's time zone, as YYYY-MM-DD. */
  createdFrom?: string | undefined;
  sort: ProductSort;
}

interface FindInput extends Page {
  text: string;
  categoryId?: number | undefined;
}

interface Total {
  total: number;
  totalIsExact: boolean;
}

const BY_NAME: ProductSort = [{ by: 'name', descending: false }];

/** Read access to lists of products and to single products. */
export class ProductListService {
  readonly #products;
  readonly #lists;
  readonly #finder: ProductFinder;
  readonly #settings: SettingsService;

  constructor(reader: Reader, settings: SettingsService) {
    this.#products = productQueries(reader);
    this.#lists = productListQueries(reader);
    this.#finder = new ProductFinder(reader);
    this.#settings = settings;
  }

  /**
   * A page of the products that match a filter, and their total, exact up to 1,000. A customer sees active ones only. A
   * search without a sort order returns the best match first, like the till's search box.
   * @throws NOT_PERMITTED when the sort order would reveal the cost to a person who may not see it.
   */
  list(ctx: Ctx, input: ProductChoice & Page) {
    const { filter, sort } = chosenBy(ctx, input, this.#settings.current.timeZone);
    const isRanked = input.search !== '' && input.sort.length === 0;
    const found = isRanked
      ? this.#finder.find(input.search, { ...filter, search: undefined }, input)
      : this.#lists.page(filter, sort, input);
    return this.#shown(ctx, found);
  }

  /** What the till's search box finds among active products, the best match first; all by name for an empty text. */
  find(ctx: Ctx, { text, categoryId, ...page }: FindInput) {
    const filter = { categoryId, statuses: ['active' as const] };
    const found =
      text === '' ? this.#lists.page(filter, BY_NAME, page) : this.#finder.find(text, filter, page);
    return this.#shown(ctx, found);
  }

  /** A complete product. @throws NOT_FOUND, for customers also for a product that is not active. */
  one(ctx: Ctx, id: number): Product {
    const product = this.#products.byId(id, ctx);
    if (!product || (isCustomer(ctx) && product.status !== 'active')) {
      throw refuse('NOT_FOUND', { what: 'product' });
    }
    return fullProductVisibleTo(ctx, product);
  }

  #shown(ctx: Ctx, { ids, ...total }: Total & { ids: readonly number[] }) {
    return { rows: this.#products.rows(ids, ctx).map((row) => productVisibleTo(ctx, row)), ...total };
  }
}

/**
 * A choice of products as the statements take it; customers get active products only.
 * @throws NOT_PERMITTED when the sort order would reveal the cost to a person who may not see it.
 */
export function chosenBy(
  ctx: Ctx,
  choice: ProductChoice,
  timeZone: string,
): { filter: ProductFilter; sort: ProductSort } {
  const sort = choice.sort.length > 0 ? choice.sort : BY_NAME;
  if (sort.some(({ by }) => by === 'cost')) assertAllowed(ctx, 'seeCost');
  const filter: ProductFilter = {
    search: choice.search === '' ? undefined : { match: matchExpression(choice.search), text: choice.search },
    categoryId: choice.categoryId,
    statuses: isCustomer(ctx) ? ['active'] : choice.statuses,
    createdById: isCustomer(ctx) ? undefined : choice.createdById,
    createdSince: choice.createdFrom === undefined ? undefined : startOfDay(choice.createdFrom, timeZone),
  };
  return { filter, sort };
}
