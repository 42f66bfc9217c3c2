import type { Tx } from '#main/platform/work/connections';
import { type SearchableProduct, searchDocument } from '#shared/kernel/search-text';

/** Maintains the search index: one document per product, written in the unit of work of its change. */
export function searchDocumentQueries(tx: Tx) {
  const read = tx.prepare<[number], SearchableProduct>(
    `SELECT name, sku, description,
       COALESCE((SELECT group_concat(code, char(10)) FROM product_barcode WHERE product_id = p.id), '') AS codes
     FROM product p WHERE id = ?`,
  );
  const remove = tx.prepare<[number]>('DELETE FROM product_search WHERE rowid = ?');
  const add = tx.prepare<[number, string, string]>(
    'INSERT INTO product_search (rowid, text, starts) VALUES (CAST(? AS INTEGER), ?, ?)',
  );
  const write = (productId: number, product: SearchableProduct): void => {
    const { text, starts } = searchDocument(product);
    add.run(productId, text, starts);
  };
  return {
    /**
     * Writes the first document of a product, also of one that is not created yet: an id without a product is never
     * found.
     */
    write,

    /** Removes the document of a product that was not created. */
    remove: (productId: number): void => {
      remove.run(productId);
    },

    /** Rewrites a product's document; removes it if the product no longer exists. */
    refresh(productId: number): void {
      const product = read.get(productId);
      remove.run(productId);
      if (product) write(productId, product);
    },
  };
}
