import type { Ctx } from '#main/platform/ctx';
import type { Connection } from '#main/platform/work/connections';
import { lookupCandidates } from '#shared/kernel/barcode';
import { productQueries } from './product.queries';
import { productForSaleQueries, type SellableProduct } from './product-for-sale.queries';
import { isCustomer, productVisibleTo } from './product-view';

/** A product that was found by a code. */
export interface ProductOfCode extends SellableProduct {
  /** How much of it one scan means, in thousandths: what a pack holds, else one. */
  packMilli: number;
  /** The barcode or SKU that it has; the scanned code may be another form of it. */
  matched: string;
}

/** Single products by a code or an id, for scans and sales. */
export class ProductLookup {
  readonly #forSale;
  readonly #products;

  constructor(connection: Connection) {
    this.#forSale = productForSaleQueries(connection);
    this.#products = productQueries(connection);
  }

  /**
   * The product that a code identifies, by its barcodes or else by its SKU, whatever its status.
   * @returns undefined for an unknown code
   */
  findByCode(code: string): ProductOfCode | undefined {
    for (const candidate of lookupCandidates(code)) {
      const found = this.#forSale.byCode.get(candidate);
      if (found) return { ...found, matched: candidate };
    }
    const sku = code.trim();
    const found = this.#forSale.bySku.get(sku);
    return found && { ...found, matched: sku };
  }

  /** The fields of a product that a sale needs, whatever its status; undefined if there is no such id. */
  byIdForSale(id: number): SellableProduct | undefined {
    return this.#forSale.byId.get(id);
  }

  /** A product as a list shows it, whatever its status; undefined for a customer if it is not active. */
  byId(ctx: Ctx, id: number) {
    const [row] = this.#products.rows([id], ctx);
    return row && (row.status === 'active' || !isCustomer(ctx)) ? productVisibleTo(ctx, row) : undefined;
  }
}
