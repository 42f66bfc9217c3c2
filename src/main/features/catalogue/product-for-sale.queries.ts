import type { Connection } from '#main/platform/work/connections';
import type { Product } from '#shared/contract/catalogue';
import { MILLI_PER_UNIT } from '#shared/kernel/quantity';

/** The fields of a product that a sale needs, in their current state. */
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

/** One product by its code or id: the till's hot path. */
export function productForSaleQueries(connection: Connection) {
  return {
    /** `packMilli` is the quantity of the product that one scan of the code adds, in thousandths. */
    byCode: connection.prepare<[string], SellableProduct & { packMilli: number }>(
      `SELECT ${COLUMNS}, b.quantity_milli AS packMilli
       FROM product_barcode b CROSS JOIN product p ON p.id = b.product_id WHERE b.code = ?`,
    ),
    /** By SKU, which is on the labels of products without a barcode; one scan is one unit. */
    bySku: connection.prepare<[string], SellableProduct & { packMilli: number }>(
      `SELECT ${COLUMNS}, ${MILLI_PER_UNIT} AS packMilli FROM product p WHERE p.sku = ?`,
    ),
    byId: connection.prepare<[number], SellableProduct>(`SELECT ${COLUMNS} FROM product p WHERE p.id = ?`),
  };
}
