import type { Ctx } from '#main/platform/ctx';
import type { Connection } from '#main/platform/work/connections';
import { lookupCandidates } from '#shared/kernel/barcode';
import { productQueries } from './product.queries';
import { productForSaleQueries, type SellableProduct } from './product-for-sale.queries';
import { asSeenBy, isCustomer } from './product-view';

/** Single products by a code or an id, for scans and sales. */
export class ProductLookup {
  readonly #forSale;
  readonly #products;

  constructor(connection: Connection) {
    this.#forSale = productForSaleQueries(connection);
    this.#products = productQueries(connection);
  }

  /**
   * The product that a scanned or typed code stands for, by its barcodes or else by its SKU, whatever its status.
   * @returns with `packMilli`, how much of it one scan stands for; undefined for an unknown code.
   */
  findByCode(code: string): (SellableProduct & { packMilli: number }) | undefined {
    for (const candidate of lookupCandidates(code)) {
      const found = this.#forSale.byCode.get(candidate);
      if (found) return found;
    }
    return this.#forSale.bySku.get(code.trim());
  }

  /** What a sale has to know of a product, whatever its status; undefined when there is none of that id. */
  byIdForSale(id: number): SellableProduct | undefined {
    return this.#forSale.byId.get(id);
  }

  /** A product as a list shows it, whatever its status; undefined to a customer for one that is not active. */
  byId(ctx: Ctx, id: number) {
    const [row] = this.#products.rows([id], ctx);
    return row && (row.status === 'active' || !isCustomer(ctx)) ? asSeenBy(ctx, row) : undefined;
  }
}
