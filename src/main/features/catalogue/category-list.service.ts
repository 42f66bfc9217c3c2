import type { Ctx } from '#main/platform/ctx';
import type { Reader } from '#main/platform/work/connections';
import type { Category } from '#shared/contract/catalogue';
import { categoryLists } from './category.queries';
import { treeOf } from './category-tree';
import { isCustomer, withoutStaff } from './product-view';

/** Read access to the tree of categories. */
export class CategoryListService {
  readonly #lists;

  constructor(reader: Reader) {
    this.#lists = categoryLists(reader);
  }

  /**
   * The whole tree, parents before children, siblings by name. A customer gets only active categories, with the number
   * of their active products and without the staff who changed them.
   */
  list(ctx: Ctx): Category[] {
    if (!isCustomer(ctx)) return treeOf(this.#lists.all.all());
    return treeOf(this.#lists.shown.all()).map(withoutStaff);
  }
}
