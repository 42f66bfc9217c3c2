import type { Ctx } from '#main/platform/ctx';
import type { Reader } from '#main/platform/work/connections';
import type { Category } from '#shared/contract/catalogue';
import { categoryLists } from './category.queries';
import { treeOf } from './category-tree';
import { isCustomer, withoutStaff } from './product-view';

/** The tree of categories, for reading. */
export class CategoryListService {
  readonly #lists;

  constructor(reader: Reader) {
    this.#lists = categoryLists(reader);
  }

  /**
   * The whole tree, parents before children, siblings by name. To a customer it is what the shop shows: active
   * categories with their active products, without the staff behind them.
   */
  list(ctx: Ctx): Category[] {
    if (!isCustomer(ctx)) return treeOf(this.#lists.all.all());
    return treeOf(this.#lists.shown.all()).map(withoutStaff);
  }
}
