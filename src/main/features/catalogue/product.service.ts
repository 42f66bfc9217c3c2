import { lookupCandidates } from '#shared/kernel/barcode';
import type { Database } from '../../database/database';
import { productForSaleQueries, type SellableProduct } from './product-for-sale.queries';

export type { SellableProduct } from './product-for-sale.queries';

/** Products: what a sale asks of them. */
export class ProductService {
  readonly #forSale;

  constructor(database: Database) {
    this.#forSale = productForSaleQueries(database.handle);
  }

  /**
   * The product that a scanned or typed code stands for, whatever its status, inside a unit of work.
   * @returns with `packMilli`, how much of it one scan stands for; undefined for an unknown code.
   */
  findByCode(code: string): (SellableProduct & { packMilli: number }) | undefined {
    for (const candidate of lookupCandidates(code)) {
      const found = this.#forSale.byCode.get(candidate);
      if (found) return found;
    }
    return undefined;
  }

  /** The product of that id, whatever its status, inside a unit of work; undefined when there is none. */
  byIdForSale(id: number): SellableProduct | undefined {
    return this.#forSale.byId.get(id);
  }
}
