import type { Tx } from '#main/platform/work/connections';
import type { Product } from '#shared/contract/catalogue';

/** The fields of a product that can be changed in bulk, and those that decide who may change them. */
export type ProductPart = Pick<
  Product,
  'id' | 'name' | 'categoryId' | 'status' | 'taxRateMilliPercent' | 'priceMinor' | 'discountMilliPercent'
> & { costMinor: number };

export function productPartQueries(tx: Tx) {
  return {
    byId: tx.prepare<[number], ProductPart>(
      `SELECT id, name, category_id AS categoryId, status, tax_rate_milli_percent AS taxRateMilliPercent,
         price_minor AS priceMinor, cost_minor AS costMinor, discount_milli_percent AS discountMilliPercent FROM product WHERE id = ?`,
    ),
    update: tx.prepare<[Omit<ProductPart, 'name'> & { now: number; accountId: number }]>(
      `UPDATE product SET category_id = @categoryId, status = @status, tax_rate_milli_percent = @taxRateMilliPercent,
         price_minor = @priceMinor, changed_at = @now, changed_by_id = @accountId, version = version + 1
       WHERE id = @id`,
    ),
  };
}
