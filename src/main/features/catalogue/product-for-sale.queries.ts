import type { Handle } from '#main/platform/database/database';
import type { Product } from '#shared/contract/catalogue';
import { MILLI_PER_UNIT } from '#shared/kernel/quantity';

/** What a sale has to know of a product, as it is at this very moment. */
export type SellableProduct = Pick<
  Product,
  | 'id'
  | 'name'
  | 'sku'
  | 'categoryId'
  | 'unit'
  | 'priceMinor'
  | 'taxRateMilliPercent'
  | 'discountMilliPercent'
  | 'status'
> & { costMinor: number };

const COLUMNS = `p.id, p.name, p.sku, p.category_id AS categoryId, p.unit, p.price_minor AS priceMinor,
  p.cost_minor AS costMinor, p.tax_rate_milli_percent AS taxRateMilliPercent,
  p.discount_milli_percent AS discountMilliPercent, p.status`;

/** The till's hot path: one product by its code or id, on the writing connection, inside a unit of work. */
export function productForSaleQueries(handle: Handle) {
  return {
    /** `packMilli` is how much of the product one scan of that code stands for, in thousandths. */
    byCode: handle.prepare<[string], SellableProduct & { packMilli: number }>(
      `SELECT ${COLUMNS}, b.quantity_milli AS packMilli
       FROM product_barcode b CROSS JOIN product p ON p.id = b.product_id WHERE b.code = ?`,
    ),
    /** By its SKU, which labels bear of what has no barcode; one scan is one unit. */
    bySku: handle.prepare<[string], SellableProduct & { packMilli: number }>(
      `SELECT ${COLUMNS}, ${MILLI_PER_UNIT} AS packMilli FROM product p WHERE p.sku = ?`,
    ),
    byId: handle.prepare<[number], SellableProduct>(`SELECT ${COLUMNS} FROM product p WHERE p.id = ?`),
  };
}
