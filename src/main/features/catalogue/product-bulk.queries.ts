import type { Handle } from '#main/platform/database/database';
import type { Product } from '#shared/contract/catalogue';

/** What of a product can be changed for many at once, and what the right to do so hangs on. */
export type ProductPart = Pick<
  Product,
  'id' | 'name' | 'categoryId' | 'status' | 'taxRateBp' | 'priceMinor' | 'discountBp'
> & { costMinor: number };

export function productPartQueries(handle: Handle) {
  return {
    byId: handle.prepare<[number], ProductPart>(
      `SELECT id, name, category_id AS categoryId, status, tax_rate_bp AS taxRateBp, price_minor AS priceMinor,
         cost_minor AS costMinor, discount_bp AS discountBp FROM product WHERE id = ?`,
    ),
    update: handle.prepare<[Omit<ProductPart, 'name'> & { now: number; accountId: number }]>(
      `UPDATE product SET category_id = @categoryId, status = @status, tax_rate_bp = @taxRateBp,
         price_minor = @priceMinor, changed_at = @now, changed_by_id = @accountId, version = version + 1
       WHERE id = @id`,
    ),
  };
}
