/** The part of `catalogue` that the rest of the main process uses. */

export { catalogueProcedures } from './catalogue.procedures';
export { createCatalogue } from './catalogue-services';
export type { CategoryService } from './category.service';
export { catalogueEntities } from './entities';
export { type KnownProduct, KnownProducts } from './known-products';
export type { ProductService, SellableProduct } from './product.service';
export {
  type ProductFields,
  type ProductIntake,
  type StagedProduct,
  StagingStale,
} from './product-intake';
export type { ProductListService } from './product-list.service';
export { ProductLookup, type ProductOfCode } from './product-lookup';
export {
  assertFits,
  assertWhole,
  checkedQuantity,
  quantityNeeded,
  timesPack,
  usualQuantity,
} from './quantity-rules';
