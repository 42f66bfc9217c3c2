import type { Connection } from '#main/platform/work/connections';
import { isWholeEnough, type UnitOfMeasure } from '#shared/kernel/quantity';
import { type KnownProduct, knownProductQueries } from './product-intake.queries';
import { productRuleQueries } from './product-rules.queries';

export type { KnownProduct } from './product-intake.queries';

/** Lookups in the catalogue for callers that compare imported products with it. */
export class KnownProducts {
  readonly #sql;
  readonly #rules;

  constructor(connection: Connection) {
    this.#sql = knownProductQueries(connection);
    this.#rules = productRuleQueries(connection);
  }

  /** The id of the product with this SKU; undefined if there is none. */
  idBySku(sku: string): number | undefined {
    return this.#sql.idBySku.get(sku);
  }

  /** The id of the product with this barcode, given in its stored form. */
  idByCode(code: string): number | undefined {
    return this.#sql.idByCode.get(code);
  }

  /** Whether an active product has this name. */
  hasActiveName(name: string): boolean {
    return this.#sql.isActiveName.get(name) !== undefined;
  }

  /** The name of the location with this barcode; undefined if there is none. */
  locationWithCode(code: string): string | undefined {
    return this.#rules.locationOfBarcode.get(code)?.name;
  }

  /** A product by its id, which must exist. */
  byId(id: number): KnownProduct {
    const product = this.#sql.byId.get(id);
    if (!product) throw new Error(`Product ${id} is gone in the middle of a comparison`);
    return product;
  }

  /** The barcodes of a product. */
  codesOf(productId: number): string[] {
    return this.#sql.codesOf.all(productId);
  }

  /** Whether every quantity of a product that is in use (`quantitiesInUse` of the product rules) is valid in a unit. */
  fitsUnit(productId: number, unit: UnitOfMeasure): boolean {
    return this.#rules.quantitiesInUse.all({ productId }).every((milli) => isWholeEnough(milli, unit));
  }

  /** All categories that are not deleted, in the order in which they were created. */
  categories() {
    return this.#sql.categories.all();
  }
}
